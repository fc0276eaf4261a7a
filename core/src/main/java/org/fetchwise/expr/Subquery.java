package org.fetchwise.expr;

import org.fetchwise.query.QueryWalk;
import org.fetchwise.query.Term;

/**
 * A query of one value a row, as the right side of {@code isIn}. What {@code values} of a queryset returns is one.
 *
 * @param <V> the type of the value
 */
public interface Subquery<V> {
    /**
     * {@return the value of the query's first row as a value of each row of another query; NULL where there is no row} Values of
     * that row are written {@code outer(...)}.
     */
    default ValueExpr<Object, V> asSubquery() {
        return new ValueTerm<>(QueryWalk.subselect(Terms.query(this)), null);
    }

    /** {@return whether the query has a row, as a condition on each row of another query} */
    default Condition<Object> asExists() {
        return new ConditionTerm<>(new Term.Exists(Terms.query(this)));
    }
}
