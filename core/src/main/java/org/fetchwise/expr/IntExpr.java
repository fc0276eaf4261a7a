package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;

/**
 * A whole number of 32 bits.
 *
 * @param <R> the entity whose rows have the number
 */
public sealed interface IntExpr<R> extends WholeExpr<R, Integer> permits IntColumn, IntTerm, IntAggregate {
    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     */
    default IntExpr<R> plus(int other) {
        return new IntTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.INTEGER), null);
    }

    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> IntExpr<S> plus(IntExpr<? super S> other) {
        return new IntTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.INTEGER), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     */
    default IntExpr<R> minus(int other) {
        return new IntTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.INTEGER), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> IntExpr<S> minus(IntExpr<? super S> other) {
        return new IntTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.INTEGER), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     */
    default IntExpr<R> times(int other) {
        return new IntTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.INTEGER), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> IntExpr<S> times(IntExpr<? super S> other) {
        return new IntTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.INTEGER), null);
    }

    /** {@return the least number} */
    default IntAggregate<R> min() {
        return new IntAggregate<>(Terms.aggregate(AggregateFunction.MIN, this, ValueType.INTEGER), null);
    }

    /** {@return the greatest number} */
    default IntAggregate<R> max() {
        return new IntAggregate<>(Terms.aggregate(AggregateFunction.MAX, this, ValueType.INTEGER), null);
    }

    /**
     * {@return this number, or another where it is NULL}
     *
     * @param fallback the number in place of NULL
     */
    default IntExpr<R> orElse(int fallback) {
        return new IntTerm<>(Terms.orElse(this, fallback), null);
    }

    /** {@return this number without its sign} */
    default IntExpr<R> abs() {
        return new IntTerm<>(Terms.call(SqlFunction.ABS, this), null);
    }

    /** {@return -1, 0 or 1: the sign of this number} */
    default IntExpr<R> sign() {
        return new IntTerm<>(Terms.call(SqlFunction.SIGN, this), null);
    }

    /**
     * {@return NULL where this number equals another, and else this number}
     *
     * @param number the other number
     */
    default IntExpr<R> nullIf(int number) {
        return new IntTerm<>(Terms.call(SqlFunction.NULLIF, this, number), null);
    }

    /**
     * {@return the greater of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> IntExpr<S> greatest(IntExpr<? super S> other) {
        return new IntTerm<>(Terms.call(SqlFunction.GREATEST, this, other), null);
    }

    /**
     * {@return the lesser of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> IntExpr<S> least(IntExpr<? super S> other) {
        return new IntTerm<>(Terms.call(SqlFunction.LEAST, this, other), null);
    }

    /**
     * {@return this number, or that of another expression where it is NULL}
     *
     * @param fallback the expression in place of NULL
     * @param <S> the entity that has both numbers
     */
    default <S extends R> IntExpr<S> orElse(IntExpr<? super S> fallback) {
        return new IntTerm<>(Terms.call(SqlFunction.COALESCE, this, fallback), null);
    }

    @Override
    IntExpr<R> named(String name);
}
