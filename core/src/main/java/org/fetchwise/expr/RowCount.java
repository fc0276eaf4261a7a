package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a query has, or a window in it. Which rows these are, the query says; to count some of them, count a value:
 * {@code field("id").count().filter(...)}.
 */
public final class RowCount extends TypedTerm<Object, Long> implements LongExpr<Object> {
    RowCount(Term term, @Nullable String name) {
        super(term, name);
    }

    /**
     * {@return how many rows a window has}
     *
     * @param window the window
     */
    public LongExpr<Object> over(Window<Object> window) {
        return new LongTerm<>(window.over(asTerm()), null);
    }

    @Override
    public RowCount named(String name) {
        return new RowCount(asTerm(), name);
    }
}
