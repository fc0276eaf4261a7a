package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that is a whole number of 32 bits. Over the rows of a to-many relation it is taken for each row of
 * {@code R} by itself; over {@code R}'s own columns it is taken over all rows of a query.
 *
 * @param <R> the entity whose query has the value
 */
public final class IntAggregate<R> extends TypedTerm<R, Integer> implements IntExpr<R> {
    IntAggregate(Term term, @Nullable String name) {
        super(term, name);
    }

    /**
     * {@return this aggregate over the rows that fulfil a condition}
     *
     * @param condition the condition
     * @param <S> the entity that the condition judges
     */
    public <S extends R> IntAggregate<S> filter(Condition<? super S> condition) {
        return new IntAggregate<>(Terms.filtered(asTerm(), condition), givenName());
    }

    /** {@return this aggregate with equal values taken once} */
    public IntAggregate<R> distinct() {
        return new IntAggregate<>(Terms.distinct(asTerm()), givenName());
    }

    /**
     * {@return this aggregate over a window}
     *
     * @param window the window
     * @param <S> the entity whose rows the window partitions
     */
    public <S extends R> IntExpr<S> over(Window<? super S> window) {
        return new IntTerm<>(window.over(asTerm()), null);
    }

    @Override
    public IntAggregate<R> named(String name) {
        return new IntAggregate<>(asTerm(), name);
    }
}
