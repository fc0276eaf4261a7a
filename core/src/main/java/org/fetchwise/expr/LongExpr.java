package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;

/**
 * A whole number of 64 bits.
 *
 * @param <R> the entity whose rows have the number
 */
public sealed interface LongExpr<R> extends WholeExpr<R, Long> permits LongColumn, LongTerm, LongAggregate {
    /** {@return the least number} */
    default LongAggregate<R> min() {
        return new LongAggregate<>(Terms.aggregate(AggregateFunction.MIN, this, ValueType.LONG), null);
    }

    /** {@return the greatest number} */
    default LongAggregate<R> max() {
        return new LongAggregate<>(Terms.aggregate(AggregateFunction.MAX, this, ValueType.LONG), null);
    }

    /**
     * {@return this number, or another where it is NULL}
     *
     * @param fallback the number in place of NULL
     */
    default LongExpr<R> orElse(long fallback) {
        return new LongTerm<>(Terms.orElse(this, fallback), null);
    }

    @Override
    LongExpr<R> named(String name);
}
