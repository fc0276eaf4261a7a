package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;

/**
 * A floating-point number.
 *
 * @param <R> the entity whose rows have the number
 */
public sealed interface DoubleExpr<R> extends NumberExpr<R, Double> permits DoubleColumn, DoubleTerm, DoubleAggregate {
    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> plus(NumberExpr<? super S, ?> other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> minus(NumberExpr<? super S, ?> other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> times(NumberExpr<? super S, ?> other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.DOUBLE), null);
    }

    /** {@return the sum; NULL of no rows} */
    default DoubleAggregate<R> sum() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.SUM, this, ValueType.DOUBLE), null);
    }

    /** {@return the least number} */
    default DoubleAggregate<R> min() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.MIN, this, ValueType.DOUBLE), null);
    }

    /** {@return the greatest number} */
    default DoubleAggregate<R> max() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.MAX, this, ValueType.DOUBLE), null);
    }

    /**
     * {@return this number, or another where it is NULL}
     *
     * @param fallback the number in place of NULL
     */
    default DoubleExpr<R> orElse(double fallback) {
        return new DoubleTerm<>(Terms.orElse(this, fallback), null);
    }

    /** {@return this number without its sign} */
    default DoubleExpr<R> abs() {
        return new DoubleTerm<>(Terms.call(SqlFunction.ABS, this), null);
    }

    /** {@return -1, 0 or 1: the sign of this number} */
    default DoubleExpr<R> sign() {
        return new DoubleTerm<>(Terms.call(SqlFunction.SIGN, this), null);
    }

    /** {@return the least whole number that is not less} */
    default DoubleExpr<R> ceil() {
        return new DoubleTerm<>(Terms.call(SqlFunction.CEIL, this), null);
    }

    /** {@return the greatest whole number that is not greater} */
    default DoubleExpr<R> floor() {
        return new DoubleTerm<>(Terms.call(SqlFunction.FLOOR, this), null);
    }

    /** {@return this number rounded to a whole one} */
    default DoubleExpr<R> round() {
        return new DoubleTerm<>(Terms.call(SqlFunction.ROUND, this), null);
    }

    /**
     * {@return this number rounded}
     *
     * @param digits how many digits it keeps after the point
     */
    default DoubleExpr<R> round(int digits) {
        return new DoubleTerm<>(Terms.call(SqlFunction.ROUND, this, digits), null);
    }

    /**
     * {@return NULL where this number equals another, and else this number}
     *
     * @param number the other number
     */
    default DoubleExpr<R> nullIf(double number) {
        return new DoubleTerm<>(Terms.call(SqlFunction.NULLIF, this, number), null);
    }

    /**
     * {@return the greater of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> greatest(DoubleExpr<? super S> other) {
        return new DoubleTerm<>(Terms.call(SqlFunction.GREATEST, this, other), null);
    }

    /**
     * {@return the lesser of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> least(DoubleExpr<? super S> other) {
        return new DoubleTerm<>(Terms.call(SqlFunction.LEAST, this, other), null);
    }

    /**
     * {@return this number, or that of another expression where it is NULL}
     *
     * @param fallback the expression in place of NULL
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> orElse(DoubleExpr<? super S> fallback) {
        return new DoubleTerm<>(Terms.call(SqlFunction.COALESCE, this, fallback), null);
    }

    @Override
    DoubleExpr<R> named(String name);
}
