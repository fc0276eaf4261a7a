package org.fetchwise.expr;

import java.util.Arrays;
import java.util.Collection;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;

/**
 * A value that is compared with values of its own type: text, time, truth, an enum, a UUID. Numbers are
 * {@link NumberExpr}s. A comparison with NULL holds of no row; ask {@link #isNull()} instead.
 *
 * @param <R> the entity whose rows have the value
 * @param <V> the type of the value
 */
public sealed interface ValueExpr<R, V> extends Expr<R, V>
        permits Condition, StringExpr, TemporalExpr, ValueColumn, ValueTerm, Aggregate {
    /**
     * {@return whether this value equals another}
     *
     * @param value the other value
     */
    default Condition<R> eq(V value) {
        return Terms.compare(ComparisonOperator.EQUAL, this, value);
    }

    /**
     * {@return whether this value equals that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both values
     */
    default <S extends R> Condition<S> eq(Expr<? super S, ? extends V> other) {
        return Terms.compareTerms(ComparisonOperator.EQUAL, this, other);
    }

    /**
     * {@return whether this value differs from another}
     * A value that is NULL does not: as in SQL, that is unknown. {@code not(eq(value))}, and {@code exclude}, hold of NULL,
     * too; and over a to-many relation they ask whether no related row has the value, where this asks whether one differs.
     *
     * @param value the other value
     */
    default Condition<R> ne(V value) {
        return Terms.compare(ComparisonOperator.NOT_EQUAL, this, value);
    }

    /**
     * {@return whether this value differs from that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both values
     */
    default <S extends R> Condition<S> ne(Expr<? super S, ? extends V> other) {
        return Terms.compareTerms(ComparisonOperator.NOT_EQUAL, this, other);
    }

    /**
     * {@return whether this value is greater than another}
     *
     * @param value the other value
     */
    default Condition<R> gt(V value) {
        return Terms.compare(ComparisonOperator.GREATER, this, value);
    }

    /**
     * {@return whether this value is greater than that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both values
     */
    default <S extends R> Condition<S> gt(Expr<? super S, ? extends V> other) {
        return Terms.compareTerms(ComparisonOperator.GREATER, this, other);
    }

    /**
     * {@return whether this value is at least another}
     *
     * @param value the other value
     */
    default Condition<R> ge(V value) {
        return Terms.compare(ComparisonOperator.GREATER_OR_EQUAL, this, value);
    }

    /**
     * {@return whether this value is at least that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both values
     */
    default <S extends R> Condition<S> ge(Expr<? super S, ? extends V> other) {
        return Terms.compareTerms(ComparisonOperator.GREATER_OR_EQUAL, this, other);
    }

    /**
     * {@return whether this value is less than another}
     *
     * @param value the other value
     */
    default Condition<R> lt(V value) {
        return Terms.compare(ComparisonOperator.LESS, this, value);
    }

    /**
     * {@return whether this value is less than that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both values
     */
    default <S extends R> Condition<S> lt(Expr<? super S, ? extends V> other) {
        return Terms.compareTerms(ComparisonOperator.LESS, this, other);
    }

    /**
     * {@return whether this value is at most another}
     *
     * @param value the other value
     */
    default Condition<R> le(V value) {
        return Terms.compare(ComparisonOperator.LESS_OR_EQUAL, this, value);
    }

    /**
     * {@return whether this value is at most that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both values
     */
    default <S extends R> Condition<S> le(Expr<? super S, ? extends V> other) {
        return Terms.compareTerms(ComparisonOperator.LESS_OR_EQUAL, this, other);
    }

    /**
     * {@return whether this value lies between two others or equals one of them}
     *
     * @param low the least value
     * @param high the greatest value
     */
    default Condition<R> between(V low, V high) {
        Term term = Terms.of(this);
        return new ConditionTerm<>(new Term.Between(term, Terms.value(term, low), Terms.value(term, high)));
    }

    /**
     * {@return whether this value is among others; of no values it holds of no row}
     *
     * @param values the values, none of them null
     */
    @SuppressWarnings("unchecked") // the values are only read
    default Condition<R> isIn(V... values) {
        return Terms.in(this, Arrays.asList(values));
    }

    /**
     * {@return whether this value is among others; of no values it holds of no row}
     *
     * @param values the values, none of them null
     */
    default Condition<R> isIn(Collection<? extends V> values) {
        return Terms.in(this, values);
    }

    /**
     * {@return whether this value is among the rows of a query}
     *
     * @param subquery a query of one value a row
     */
    default Condition<R> isIn(Subquery<? extends V> subquery) {
        return Terms.inQuery(this, subquery);
    }

    /**
     * {@return whether this value is not among others}
     *
     * @param values the values, none of them null
     */
    default Condition<R> notIn(Collection<? extends V> values) {
        return Terms.not(Terms.in(this, values));
    }

    /**
     * {@return whether this value is not among the rows of a query; NULL among them changes nothing}
     *
     * @param subquery a query of one value a row
     */
    default Condition<R> notIn(Subquery<? extends V> subquery) {
        return Terms.not(Terms.inQuery(this, subquery));
    }

    /**
     * {@return this value, or another where it is NULL}
     *
     * @param fallback the value in place of NULL
     */
    default ValueExpr<R, V> orElse(V fallback) {
        return new ValueTerm<>(Terms.orElse(this, fallback), null);
    }

    /** {@return the least value} */
    default Aggregate<R, V> min() {
        return new Aggregate<>(
                Terms.aggregate(AggregateFunction.MIN, this, Terms.of(this).type()), null);
    }

    /** {@return the greatest value} */
    default Aggregate<R, V> max() {
        return new Aggregate<>(
                Terms.aggregate(AggregateFunction.MAX, this, Terms.of(this).type()), null);
    }

    @Override
    ValueExpr<R, V> named(String name);
}
