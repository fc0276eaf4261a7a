package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.AggregateFunction;

/**
 * A condition on a row; also a boolean value. A condition that is unknown, because a value in it is NULL, does not hold,
 * and as in Django its negation then does.
 *
 * @param <R> the entity whose rows are judged
 */
public sealed interface Condition<R> extends ValueExpr<R, Boolean> permits BooleanColumn, ConditionTerm {
    /**
     * {@return whether both conditions hold}
     *
     * @param other the other condition
     * @param <S> the entity that both judge
     */
    default <S extends R> Condition<S> and(Condition<? super S> other) {
        return new ConditionTerm<>(new Term.And(List.of(Terms.of(this), Terms.of(other))));
    }

    /**
     * {@return whether at least one of both conditions holds}
     *
     * @param other the other condition
     * @param <S> the entity that both judge
     */
    default <S extends R> Condition<S> or(Condition<? super S> other) {
        return new ConditionTerm<>(new Term.Or(List.of(Terms.of(this), Terms.of(other))));
    }

    /**
     * {@return whether exactly one of both conditions holds}
     *
     * @param other the other condition
     * @param <S> the entity that both judge
     */
    default <S extends R> Condition<S> xor(Condition<? super S> other) {
        return new ConditionTerm<>(new Term.Xor(List.of(Terms.of(this), Terms.of(other))));
    }

    /** {@return whether this condition does not hold} */
    default Condition<R> not() {
        return new ConditionTerm<>(new Term.Not(Terms.of(this)));
    }

    @Override
    Condition<R> named(String name);

    /** {@return whether it holds of all rows, as an aggregate; NULL where there is no row} */
    default Aggregate<R, Boolean> every() {
        return new Aggregate<>(Terms.aggregate(AggregateFunction.BOOL_AND, this, ValueType.BOOLEAN), null);
    }

    /** {@return whether it holds of any row, as an aggregate; NULL where there is no row} */
    default Aggregate<R, Boolean> some() {
        return new Aggregate<>(Terms.aggregate(AggregateFunction.BOOL_OR, this, ValueType.BOOLEAN), null);
    }
}
