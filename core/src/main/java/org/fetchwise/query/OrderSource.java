package org.fetchwise.query;

import org.fetchwise.sql.SortKey.Nulls;

/** Every typed order of the API. */
public interface OrderSource {
    /** {@return what the order is inside} */
    Term.Order asOrder();

    /**
     * {@return what an order of the API is inside: a direction, or an expression alone, which means ascending}
     *
     * @param ordering the order
     */
    static Term.Order orderOf(Object ordering) {
        return ordering instanceof OrderSource source
                ? source.asOrder()
                : new Term.Order(TermSource.termOf(ordering), false, Nulls.DEFAULT);
    }
}
