package org.fetchwise.expr;

import org.fetchwise.query.OrderSource;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SortKey.Nulls;

/**
 * An expression and the way it orders rows.
 *
 * @param <R> the entity whose rows are ordered
 */
@SuppressWarnings("exports") // what it is inside is for the library
public final class Direction<R> implements Ordering<R>, OrderSource {
    private final Term.Order order;

    Direction(Term.Order order) {
        this.order = order;
    }

    /** {@return this order with NULL before all values, on every database} */
    public Direction<R> nullsFirst() {
        return new Direction<>(new Term.Order(order.value(), order.descending(), Nulls.FIRST));
    }

    /** {@return this order with NULL behind all values, on every database} */
    public Direction<R> nullsLast() {
        return new Direction<>(new Term.Order(order.value(), order.descending(), Nulls.LAST));
    }

    @Override
    public Term.Order asOrder() {
        return order;
    }

    @Override
    public String toString() {
        return order.toString();
    }
}
