package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;

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

    @Override
    DoubleExpr<R> named(String name);
}
