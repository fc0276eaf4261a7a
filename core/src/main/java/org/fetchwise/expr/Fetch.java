package org.fetchwise.expr;

/**
 * What {@code prefetchRelated} takes: a path, or a path with its own queryset.
 *
 * @param <R> the entity whose objects are loaded
 */
public interface Fetch<R> {}
