/**
 * The logical query: records over attributes, without tables, aliases or a dialect. A {@link org.fetchwise.query.Query} is
 * what a queryset is inside; a {@link org.fetchwise.query.Term} is what an expression is inside. Two queries that mean the
 * same text and values are equal.
 */
@NullMarked
package org.fetchwise.query;

import org.jspecify.annotations.NullMarked;
