package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of truth values; by itself the condition that it is true.
 *
 * @param <R> the entity that the path begins at
 */
public final class BooleanColumn<R> extends TypedTerm<R, Boolean> implements Column<R, Boolean>, Condition<R> {
    BooleanColumn(Term term) {
        this(term, null);
    }

    private BooleanColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public BooleanColumn<R> named(String name) {
        return new BooleanColumn<>(asTerm(), name);
    }
}
