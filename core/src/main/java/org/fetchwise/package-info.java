/**
 * The first screen a user sees: a {@link org.fetchwise.Database} gives {@link org.fetchwise.QuerySet}s, and a queryset
 * gives objects or {@link org.fetchwise.Values}. Building a queryset touches no database; each terminal method runs its own
 * query, and nothing is remembered inside.
 */
@NullMarked
package org.fetchwise;

import org.jspecify.annotations.NullMarked;
