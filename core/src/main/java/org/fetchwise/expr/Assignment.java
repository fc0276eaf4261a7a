package org.fetchwise.expr;

import org.fetchwise.error.QueryException;
import org.fetchwise.query.AssignmentSource;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column and the value that it is to get, as in {@code POST.viewCount.to(POST.viewCount.plus(1))}. Immutable.
 *
 * @param <R> the entity that has the column
 */
@SuppressWarnings({"exports", "UnusedTypeParameter"}) // what it is inside is for the library; R keeps it to one entity
public final class Assignment<R> implements AssignmentSource {
    private final Term target;
    private final @Nullable Object assigned;

    private Assignment(Term target, @Nullable Object assigned) {
        this.target = target;
        this.assigned = assigned;
    }

    static <R> Assignment<R> of(Object column, @Nullable Object value) {
        return new Assignment<>(Terms.of(column), value);
    }

    /** The assignment of a value that is there: null is said in so many words, lest it came by accident. */
    static <R> Assignment<R> ofValue(Object column, @Nullable Object value) {
        if (value == null) {
            throw new QueryException("'" + Terms.of(column)
                    + "' is to get null: where that is meant, write toNull() in place of to(...).");
        }
        return of(column, value);
    }

    static <R> Assignment<R> ofTerm(Object column, Object expression) {
        return new Assignment<>(Terms.of(column), Terms.of(expression));
    }

    @Override
    public Term target() {
        return target;
    }

    @Override
    public @Nullable Object assigned() {
        return assigned;
    }

    @Override
    public String toString() {
        return target + " = " + (assigned instanceof Term ? assigned : "?");
    }
}
