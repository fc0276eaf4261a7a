package org.fetchwise.expr;

import java.math.BigDecimal;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that is a decimal number. Over the rows of a to-many relation it is taken for each row of
 * {@code R} by itself; over {@code R}'s own columns it is taken over all rows of a query.
 *
 * @param <R> the entity whose query has the value
 */
public final class DecimalAggregate<R> extends TypedTerm<R, BigDecimal> implements DecimalExpr<R> {
    DecimalAggregate(Term term, @Nullable String name) {
        super(term, name);
    }

    /**
     * {@return this aggregate over the rows that fulfil a condition}
     *
     * @param condition the condition
     * @param <S> the entity that the condition judges
     */
    public <S extends R> DecimalAggregate<S> filter(Condition<? super S> condition) {
        return new DecimalAggregate<>(Terms.filtered(asTerm(), condition), givenName());
    }

    /** {@return this aggregate with equal values taken once} */
    public DecimalAggregate<R> distinct() {
        return new DecimalAggregate<>(Terms.distinct(asTerm()), givenName());
    }

    /**
     * {@return this aggregate over a window}
     *
     * @param window the window
     * @param <S> the entity whose rows the window partitions
     */
    public <S extends R> DecimalExpr<S> over(Window<? super S> window) {
        return new DecimalTerm<>(window.over(asTerm()), null);
    }

    @Override
    public DecimalAggregate<R> named(String name) {
        return new DecimalAggregate<>(asTerm(), name);
    }
}
