package org.fetchwise.expr;

import java.math.BigDecimal;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;

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

    @Override
    DecimalExpr<R> named(String name);
}
