package org.fetchwise.expr;

/**
 * What makes rows one group or one partition: an expression, or a to-one relation.
 *
 * @param <R> the entity whose rows are grouped
 */
public interface Key<R> {}
