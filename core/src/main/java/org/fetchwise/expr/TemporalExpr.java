package org.fetchwise.expr;

import java.time.temporal.Temporal;

/**
 * A point in time, a date or a time of day.
 *
 * @param <R> the entity whose rows have the value
 * @param <V> the type of the value
 */
public sealed interface TemporalExpr<R, V extends Temporal> extends ValueExpr<R, V>
        permits TemporalColumn, TemporalTerm {
    @Override
    TemporalExpr<R, V> named(String name);
}
