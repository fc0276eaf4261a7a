package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;

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

    @Override
    WholeExpr<R, N> named(String name);
}
