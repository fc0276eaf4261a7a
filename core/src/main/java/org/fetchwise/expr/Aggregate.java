package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * The least or greatest of values that are no numbers. Over the rows of a to-many relation it is taken for each row of
 * {@code R} by itself; over {@code R}'s own columns it is taken over all rows of a query.
 *
 * @param <R> the entity whose query has the value
 * @param <V> the type of the value
 */
public final class Aggregate<R, V> extends TypedTerm<R, V> implements ValueExpr<R, V> {
    Aggregate(Term term, @Nullable String name) {
        super(term, name);
    }

    /**
     * {@return this aggregate over the rows that fulfil a condition}
     *
     * @param condition the condition
     * @param <S> the entity that the condition judges
     */
    public <S extends R> Aggregate<S, V> filter(Condition<? super S> condition) {
        return new Aggregate<>(Terms.filtered(asTerm(), condition), givenName());
    }

    /** {@return this aggregate with equal values taken once} */
    public Aggregate<R, V> distinct() {
        return new Aggregate<>(Terms.distinct(asTerm()), givenName());
    }

    /**
     * {@return this aggregate over a window}
     *
     * @param window the window
     * @param <S> the entity whose rows the window partitions
     */
    public <S extends R> ValueExpr<S, V> over(Window<? super S> window) {
        return new ValueTerm<>(window.over(asTerm()), null);
    }

    @Override
    public Aggregate<R, V> named(String name) {
        return new Aggregate<>(asTerm(), name);
    }
}
