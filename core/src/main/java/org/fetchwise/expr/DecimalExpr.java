package org.fetchwise.expr;

import java.math.BigDecimal;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;

/**
 * A decimal number.
 *
 * @param <R> the entity whose rows have the number
 */
public sealed interface DecimalExpr<R> extends NumberExpr<R, BigDecimal>
        permits DecimalColumn, DecimalTerm, DecimalAggregate {
    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     */
    default DecimalExpr<R> plus(BigDecimal other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     */
    default DecimalExpr<R> plus(long other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> plus(DecimalExpr<? super S> other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> plus(WholeExpr<? super S, ?> other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     */
    default DecimalExpr<R> minus(BigDecimal other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     */
    default DecimalExpr<R> minus(long other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> minus(DecimalExpr<? super S> other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> minus(WholeExpr<? super S, ?> other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     */
    default DecimalExpr<R> times(BigDecimal other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     */
    default DecimalExpr<R> times(long other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> times(DecimalExpr<? super S> other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.DECIMAL), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> times(WholeExpr<? super S, ?> other) {
        return new DecimalTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.DECIMAL), null);
    }

    /** {@return the sum; NULL of no rows} */
    default DecimalAggregate<R> sum() {
        return new DecimalAggregate<>(Terms.aggregate(AggregateFunction.SUM, this, ValueType.DECIMAL), null);
    }

    /** {@return the least number} */
    default DecimalAggregate<R> min() {
        return new DecimalAggregate<>(Terms.aggregate(AggregateFunction.MIN, this, ValueType.DECIMAL), null);
    }

    /** {@return the greatest number} */
    default DecimalAggregate<R> max() {
        return new DecimalAggregate<>(Terms.aggregate(AggregateFunction.MAX, this, ValueType.DECIMAL), null);
    }

    /**
     * {@return this number, or another where it is NULL}
     *
     * @param fallback the number in place of NULL
     */
    default DecimalExpr<R> orElse(BigDecimal fallback) {
        return new DecimalTerm<>(Terms.orElse(this, fallback), null);
    }

    /** {@return this number without its sign} */
    default DecimalExpr<R> abs() {
        return new DecimalTerm<>(Terms.call(SqlFunction.ABS, this), null);
    }

    /** {@return -1, 0 or 1: the sign of this number} */
    default DecimalExpr<R> sign() {
        return new DecimalTerm<>(Terms.call(SqlFunction.SIGN, this), null);
    }

    /** {@return the least whole number that is not less} */
    default DecimalExpr<R> ceil() {
        return new DecimalTerm<>(Terms.call(SqlFunction.CEIL, this), null);
    }

    /** {@return the greatest whole number that is not greater} */
    default DecimalExpr<R> floor() {
        return new DecimalTerm<>(Terms.call(SqlFunction.FLOOR, this), null);
    }

    /** {@return this number rounded to a whole one} */
    default DecimalExpr<R> round() {
        return new DecimalTerm<>(Terms.call(SqlFunction.ROUND, this), null);
    }

    /**
     * {@return this number rounded}
     *
     * @param digits how many digits it keeps after the point
     */
    default DecimalExpr<R> round(int digits) {
        return new DecimalTerm<>(Terms.call(SqlFunction.ROUND, this, digits), null);
    }

    /**
     * {@return NULL where this number equals another, and else this number}
     *
     * @param number the other number
     */
    default DecimalExpr<R> nullIf(BigDecimal number) {
        return new DecimalTerm<>(Terms.call(SqlFunction.NULLIF, this, number), null);
    }

    /**
     * {@return the greater of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> greatest(DecimalExpr<? super S> other) {
        return new DecimalTerm<>(Terms.call(SqlFunction.GREATEST, this, other), null);
    }

    /**
     * {@return the lesser of this number and another; with NULL it is NULL, on PostgreSQL the one that is not}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> least(DecimalExpr<? super S> other) {
        return new DecimalTerm<>(Terms.call(SqlFunction.LEAST, this, other), null);
    }

    /**
     * {@return this number, or that of another expression where it is NULL}
     *
     * @param fallback the expression in place of NULL
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DecimalExpr<S> orElse(DecimalExpr<? super S> fallback) {
        return new DecimalTerm<>(Terms.call(SqlFunction.COALESCE, this, fallback), null);
    }

    @Override
    DecimalExpr<R> named(String name);
}
