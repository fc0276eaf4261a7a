package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that is a floating-point number. Over the rows of a to-many relation it is taken for each row of
 * {@code R} by itself; over {@code R}'s own columns it is taken over all rows of a query.
 *
 * @param <R> the entity whose query has the value
 */
public final class DoubleAggregate<R> extends TypedTerm<R, Double> implements DoubleExpr<R> {
    DoubleAggregate(Term term, @Nullable String name) {
        super(term, name);
    }

    /**
     * {@return this aggregate over the rows that fulfil a condition}
     *
     * @param condition the condition
     * @param <S> the entity that the condition judges
     */
    public <S extends R> DoubleAggregate<S> filter(Condition<? super S> condition) {
        return new DoubleAggregate<>(Terms.filtered(asTerm(), condition), givenName());
    }

    /** {@return this aggregate with equal values taken once} */
    public DoubleAggregate<R> distinct() {
        return new DoubleAggregate<>(Terms.distinct(asTerm()), givenName());
    }

    /**
     * {@return this aggregate over a window}
     *
     * @param window the window
     * @param <S> the entity whose rows the window partitions
     */
    public <S extends R> DoubleExpr<S> over(Window<? super S> window) {
        return new DoubleTerm<>(window.over(asTerm()), null);
    }

    @Override
    public DoubleAggregate<R> named(String name) {
        return new DoubleAggregate<>(asTerm(), name);
    }
}
