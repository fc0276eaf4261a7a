package org.fetchwise.expr;

import org.fetchwise.query.Term;

/**
 * A query of objects, as the right side of {@code isIn} of a relation. Every queryset is one.
 *
 * @param <T> the entity
 */
public interface Entities<T> {
    /** {@return whether the query has a row, as a condition on each row of another query} */
    default Condition<Object> asExists() {
        return new ConditionTerm<>(new Term.Exists(Terms.query(this)));
    }
}
