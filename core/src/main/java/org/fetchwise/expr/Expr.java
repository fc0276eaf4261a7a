package org.fetchwise.expr;

import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value that each row of {@code R} has. The base says nothing about comparing: numbers compare with any number,
 * everything else with its own type.
 *
 * @param <R> the entity whose rows have the value
 * @param <V> the type of the value
 */
public sealed interface Expr<R, V> extends Ordering<R>, Key<R>
        permits Column, NumberExpr, ValueExpr, AnyExpr, TypedTerm {
    /**
     * Reads the value back from an object: a column that the object has, loading it where it was deferred, or an annotation
     * that its query asked for.
     *
     * @param row an object that a query gave
     * @return the value, or null for NULL
     * @throws org.fetchwise.error.QueryException if the query of the object did not ask for this annotation
     */
    default @Nullable V of(R row) {
        return Reading.of(this, row);
    }

    /**
     * {@return the same expression with a name: that of its column in the SQL and in rows}
     *
     * @param name a name, unique among those of a query
     */
    Expr<R, V> named(String name);

    /** {@return whether the value is NULL} */
    default Condition<R> isNull() {
        return new ConditionTerm<>(new Term.IsNull(Terms.of(this)));
    }

    /** {@return whether the value is not NULL} */
    default Condition<R> isNotNull() {
        return new ConditionTerm<>(new Term.IsNotNull(Terms.of(this)));
    }

    /** {@return this value as an order, the least first} */
    default Direction<R> asc() {
        return new Direction<>(new Term.Order(Terms.of(this), false, Nulls.DEFAULT));
    }

    /** {@return this value as an order, the greatest first} */
    default Direction<R> desc() {
        return new Direction<>(new Term.Order(Terms.of(this), true, Nulls.DEFAULT));
    }

    /** {@return how many rows have a value here that is not NULL} */
    default LongAggregate<R> count() {
        return new LongAggregate<>(Terms.count(Terms.of(this), false), null);
    }

    /** {@return how many different values there are, NULL not counted} */
    default LongAggregate<R> countDistinct() {
        return new LongAggregate<>(Terms.count(Terms.of(this), true), null);
    }

    /** {@return the values of several rows as the text of a JSON array; NULL where there is no row} */
    default TextAggregate<R> jsonArray() {
        return new TextAggregate<>(Terms.aggregate(AggregateFunction.JSON_ARRAYAGG, this, ValueType.JSON), null);
    }
}
