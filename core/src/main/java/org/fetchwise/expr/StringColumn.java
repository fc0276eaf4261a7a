package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts.
 *
 * @param <R> the entity that the path begins at
 */
public final class StringColumn<R> extends TypedTerm<R, String> implements Column<R, String>, StringExpr<R> {
    StringColumn(Term term) {
        this(term, null);
    }

    private StringColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public StringColumn<R> named(String name) {
        return new StringColumn<>(asTerm(), name);
    }
}
