package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlFunction;

/**
 * A whole number of 64 bits.
 *
 * @param <R> the entity whose rows have the number
 */
public sealed interface LongExpr<R> extends WholeExpr<R, Long> permits LongColumn, LongTerm, LongAggregate, RowCount {
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

    /** {@return this number without its sign} */
    default LongExpr<R> abs() {
        return new LongTerm<>(Terms.call(SqlFunction.ABS, this), null);
    }

    /** {@return -1, 0 or 1: the sign of this number} */
    default LongExpr<R> sign() {
        return new LongTerm<>(Terms.call(SqlFunction.SIGN, this), null);
    }

    /**
     * {@return NULL where this number equals another, and else this number}
     *
     * @param number the other number
     */
    default LongExpr<R> nullIf(long number) {
        return new LongTerm<>(Terms.call(SqlFunction.NULLIF, this, number), null);
    }

    /**
     * {@return the greater of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> greatest(LongExpr<? super S> other) {
        return new LongTerm<>(Terms.call(SqlFunction.GREATEST, this, other), null);
    }

    /**
     * {@return the lesser of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> least(LongExpr<? super S> other) {
        return new LongTerm<>(Terms.call(SqlFunction.LEAST, this, other), null);
    }

    /**
     * {@return this number, or that of another expression where it is NULL}
     *
     * @param fallback the expression in place of NULL
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> orElse(LongExpr<? super S> fallback) {
        return new LongTerm<>(Terms.call(SqlFunction.COALESCE, this, fallback), null);
    }

    @Override
    LongExpr<R> named(String name);
}
