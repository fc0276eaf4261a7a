package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.query.OrderSource;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * Values of several rows put together as one text.
 *
 * @param <R> the entity whose rows it starts from
 */
public final class TextAggregate<R> extends TypedTerm<R, String> implements StringExpr<R> {
    TextAggregate(Term term, @Nullable String name) {
        super(term, name);
    }

    /**
     * {@return this text of only some of the rows}
     *
     * @param condition what the rows fulfil
     * @param <S> the entity of the condition
     */
    public <S extends R> TextAggregate<S> filter(Condition<? super S> condition) {
        return new TextAggregate<>(Terms.filtered(asTerm(), condition), givenName());
    }

    /** {@return this text with equal values in it once} */
    public TextAggregate<R> distinct() {
        return new TextAggregate<>(Terms.distinct(asTerm()), givenName());
    }

    /**
     * {@return this text with the values in an order; without one they stand as the database reads them}
     *
     * @param orders the terms of the order
     * @param <S> the entity that is ordered
     */
    @SafeVarargs
    public final <S extends R> TextAggregate<S> orderBy(Ordering<? super S>... orders) {
        List<Ordering<? super S>> all = new ArrayList<>();
        for (Ordering<? super S> order : orders) {
            all.add(order);
        }
        return orderByAll(all);
    }

    /**
     * {@return this text with the values in an order}
     *
     * @param orders the terms of the order
     * @param <S> the entity that is ordered
     */
    public <S extends R> TextAggregate<S> orderByAll(Collection<? extends Ordering<? super S>> orders) {
        List<Term.Order> terms = new ArrayList<>();
        for (Ordering<? super S> order : orders) {
            terms.add(OrderSource.orderOf(order));
        }
        return new TextAggregate<>(Terms.ordered(asTerm(), terms), givenName());
    }

    @Override
    public TextAggregate<R> named(String name) {
        return new TextAggregate<>(asTerm(), name);
    }
}
