package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;

/**
 * A whole number.
 *
 * @param <R> the entity whose rows have the number
 * @param <N> the type of the number
 */
public sealed interface WholeExpr<R, N extends Number> extends NumberExpr<R, N> permits IntExpr, LongExpr {
    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     */
    default LongExpr<R> plus(long other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> plus(WholeExpr<? super S, ?> other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.LONG), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     */
    default LongExpr<R> minus(long other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.LONG), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> minus(WholeExpr<? super S, ?> other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     */
    default LongExpr<R> times(long other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> times(WholeExpr<? super S, ?> other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.LONG), null);
    }

    /**
     * {@return what is left when this number is divided by another}
     *
     * @param divisor the other number, not 0
     */
    default LongExpr<R> mod(long divisor) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.MODULO, this, divisor, ValueType.LONG), null);
    }

    /** {@return the sum; NULL of no rows} */
    default LongAggregate<R> sum() {
        return new LongAggregate<>(Terms.aggregate(AggregateFunction.SUM, this, ValueType.LONG), null);
    }

    /**
     * {@return this number divided by another, cut towards zero}
     *
     * @param divisor the other number, not 0
     */
    default LongExpr<R> quotient(long divisor) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.QUOTIENT, this, divisor, ValueType.LONG), null);
    }

    /**
     * {@return this number divided by another, cut towards zero}
     *
     * @param other the other number, not 0
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> quotient(WholeExpr<? super S, ?> other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.QUOTIENT, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the bits that this number and another both have}
     *
     * @param other the other number
     */
    default LongExpr<R> bitAnd(long other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.BIT_AND, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the bits that this number and another both have}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> bitAnd(WholeExpr<? super S, ?> other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.BIT_AND, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the bits that this number or another has}
     *
     * @param other the other number
     */
    default LongExpr<R> bitOr(long other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.BIT_OR, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the bits that this number or another has}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> bitOr(WholeExpr<? super S, ?> other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.BIT_OR, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the bits that one of this number and another has, but not both}
     *
     * @param other the other number
     */
    default LongExpr<R> bitXor(long other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.BIT_XOR, this, other, ValueType.LONG), null);
    }

    /**
     * {@return the bits that one of this number and another has, but not both}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> LongExpr<S> bitXor(WholeExpr<? super S, ?> other) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.BIT_XOR, this, other, ValueType.LONG), null);
    }

    /**
     * {@return this number with its bits moved to the left}
     *
     * @param places by how many places
     */
    default LongExpr<R> shiftLeft(int places) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.SHIFT_LEFT, this, places, ValueType.LONG), null);
    }

    /**
     * {@return this number with its bits moved to the right, its sign kept}
     *
     * @param places by how many places
     */
    default LongExpr<R> shiftRight(int places) {
        return new LongTerm<>(Terms.arithmetic(ArithmeticOperator.SHIFT_RIGHT, this, places, ValueType.LONG), null);
    }

    /** {@return the character of this code point} */
    default StringExpr<R> asCharacter() {
        return new StringTerm<>(Terms.call(SqlFunction.CHR, this), null);
    }

    @Override
    WholeExpr<R, N> named(String name);
}
