package org.fetchwise.expr;

/**
 * A query of one value a row, as the right side of {@code isIn}. What {@code values} of a queryset returns is one.
 *
 * @param <V> the type of the value
 */
public interface Subquery<V> {}
