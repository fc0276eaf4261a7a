package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.query.OrderSource;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.FrameExclusion;
import org.fetchwise.sql.SqlExpr.FrameUnit;
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
        List<Key<? super S>> all = new ArrayList<>();
        for (Key<? super S> key : keys) {
            all.add(key);
        }
        return partitionByAll(all);
    }

    /**
     * {@return this window, divided by keys}
     *
     * @param keys what rows of one partition have in common
     * @param <S> the entity that has the keys
     */
    public <S extends R> Window<S> partitionByAll(Collection<? extends Key<? super S>> keys) {
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
        List<Ordering<? super S>> all = new ArrayList<>();
        for (Ordering<? super S> ordering : orders) {
            all.add(ordering);
        }
        return orderByAll(all);
    }

    /**
     * {@return this window in an order}
     *
     * @param orders the terms of the order
     * @param <S> the entity that is ordered
     */
    public <S extends R> Window<S> orderByAll(Collection<? extends Ordering<? super S>> orders) {
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
        return new Window<>(partition, order, frame(FrameUnit.ROWS, start, end));
    }

    /**
     * {@return this window, narrowed to values at a distance from the current one}
     *
     * @param start the first value
     * @param end the last value
     */
    public Window<R> range(Bound start, Bound end) {
        return new Window<>(partition, order, frame(FrameUnit.RANGE, start, end));
    }

    /**
     * {@return this window with only the groups of rows between two bounds, counted in groups that the order does not tell
     * apart; not on MariaDB}
     *
     * @param start the first group
     * @param end the last group
     */
    public Window<R> groups(Bound start, Bound end) {
        return new Window<>(partition, order, frame(FrameUnit.GROUPS, start, end));
    }

    /**
     * {@return this window whose frame leaves some rows out; not on MariaDB}
     *
     * @param exclusion which rows
     * @throws QueryException if no frame was given before
     */
    public Window<R> excluding(FrameExclusion exclusion) {
        if (frame == null) {
            throw new QueryException("Only a frame leaves rows out: call rows(...), range(...) or groups(...) first.");
        }
        return new Window<>(partition, order, new Term.Frame(frame.unit(), frame.start(), frame.end(), exclusion));
    }

    private static Term.Frame frame(FrameUnit unit, Bound start, Bound end) {
        if (start.offset() != null && end.offset() != null && start.offset() > end.offset()) {
            throw new QueryException("A frame ends where it starts or behind that, but this one would start at " + start
                    + " and end at " + end + ".");
        }
        return new Term.Frame(unit, start.offset(), end.offset(), FrameExclusion.NO_OTHERS);
    }

    Term over(Term function) {
        boolean distinct = switch (function) {
            case Term.Aggregate aggregate -> aggregate.distinct();
            case Term.NamedAggregate aggregate -> aggregate.distinct();
            default -> false;
        };
        if (distinct) {
            throw new UnsupportedFeatureException(
                    "'" + function + "' takes equal values once, which no database does over a window:"
                            + " leave distinct() out, or aggregate in a subquery.");
        }
        return new Term.Windowed(function, partition, order, frame);
    }
}
