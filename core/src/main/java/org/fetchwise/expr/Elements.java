package org.fetchwise.expr;

/**
 * A query of values of an entity's rows, as what is taken of related rows. What {@code values} of a queryset returns is one.
 *
 * @param <T> the entity
 * @param <V> what is given for each row
 */
public interface Elements<T, V> extends Subquery<V> {}
