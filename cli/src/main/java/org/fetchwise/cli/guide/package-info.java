/**
 * Runs the guide: each {@link org.fetchwise.cli.guide.Scenario} in its variants, counted and measured, held against its
 * bounds, and reported as a table and as JSON.
 */
@NullMarked
package org.fetchwise.cli.guide;

import org.jspecify.annotations.NullMarked;
