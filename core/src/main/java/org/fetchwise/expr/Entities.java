package org.fetchwise.expr;

/**
 * A query of objects, as the right side of {@code isIn} of a relation. Every queryset is one.
 *
 * @param <T> the entity
 */
public interface Entities<T> {}
