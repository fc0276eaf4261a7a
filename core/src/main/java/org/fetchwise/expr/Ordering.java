package org.fetchwise.expr;

/**
 * What {@code orderBy} takes: a direction, or an expression alone, which means ascending.
 *
 * @param <R> the entity whose rows are ordered
 */
public sealed interface Ordering<R> permits Direction, Expr {}
