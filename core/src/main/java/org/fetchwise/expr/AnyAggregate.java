package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.query.OrderSource;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** An aggregate of an expression whose type only the query tells. */
public final class AnyAggregate extends TypedTerm<Object, Object> implements AnyExpr {
    AnyAggregate(Term term, @Nullable String name) {
        super(term, name);
    }

    /**
     * {@return this aggregate over only some of its rows}
     *
     * @param condition what the rows fulfil
     */
    public AnyAggregate filter(Condition<Object> condition) {
        return new AnyAggregate(Terms.filtered(asTerm(), condition), givenName());
    }

    /** {@return this aggregate with equal values counted once} */
    public AnyAggregate distinct() {
        return new AnyAggregate(Terms.distinct(asTerm()), givenName());
    }

    /**
     * {@return this aggregate with its values put together in an order}
     *
     * @param orders the terms of the order
     */
    public AnyAggregate orderByAll(Collection<? extends Ordering<Object>> orders) {
        List<Term.Order> terms = new ArrayList<>();
        orders.forEach(order -> terms.add(OrderSource.orderOf(order)));
        return new AnyAggregate(Terms.ordered(asTerm(), terms), givenName());
    }

    /**
     * {@return this aggregate over the rows of a window}
     *
     * @param window the window
     */
    public AnyExpr over(Window<Object> window) {
        return new AnyTerm(window.over(asTerm()), null);
    }

    @Override
    public AnyAggregate named(String name) {
        return new AnyAggregate(asTerm(), name);
    }
}
