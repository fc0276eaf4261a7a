package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.query.OrderSource;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * The rows around a row that a function looks at: those with the same keys, in an order. Immutable.
 *
 * @param <R> the entity whose rows it speaks of
 */
public final class Window<R> {
    private final List<Term> partition;
    private final List<Term.Order> order;
    private final Term.@Nullable Frame frame;

    Window(List<Term> partition, List<Term.Order> order, Term.@Nullable Frame frame) {
        this.partition = partition;
        this.order = order;
        this.frame = frame;
    }

    /**
     * {@return this window, divided by keys}
     *
     * @param keys what rows of one partition have in common
     * @param <S> the entity that has the keys
     */
    @SafeVarargs
    public final <S extends R> Window<S> partitionBy(Key<? super S>... keys) {
        List<Term> terms = new ArrayList<>();
        for (Key<? super S> key : keys) {
            terms.add(Terms.of(key));
        }
        return new Window<>(terms, order, frame);
    }

    /**
     * {@return this window in an order}
     *
     * @param orders the terms of the order
     * @param <S> the entity that has the values
     */
    @SafeVarargs
    public final <S extends R> Window<S> orderBy(Ordering<? super S>... orders) {
        List<Term.Order> terms = new ArrayList<>();
        for (Ordering<? super S> ordering : orders) {
            terms.add(OrderSource.orderOf(ordering));
        }
        return new Window<>(partition, terms, frame);
    }

    /**
     * {@return this window, narrowed to rows counted from the current one}
     *
     * @param start the first row
     * @param end the last row
     */
    public Window<R> rows(Bound start, Bound end) {
        return new Window<>(partition, order, new Term.Frame(true, start.offset(), end.offset()));
    }

    /**
     * {@return this window, narrowed to values at a distance from the current one}
     *
     * @param start the first value
     * @param end the last value
     */
    public Window<R> range(Bound start, Bound end) {
        return new Window<>(partition, order, new Term.Frame(false, start.offset(), end.offset()));
    }

    Term over(Term function) {
        return new Term.Windowed(function, partition, order, frame);
    }
}
