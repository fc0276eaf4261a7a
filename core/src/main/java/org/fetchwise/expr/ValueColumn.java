package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of values that are neither numbers, texts, times nor truth values.
 *
 * @param <R> the entity that the path begins at
 * @param <V> the type of the values
 */
public final class ValueColumn<R, V> extends TypedTerm<R, V> implements Column<R, V>, ValueExpr<R, V> {
    ValueColumn(Term term) {
        this(term, null);
    }

    private ValueColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public ValueColumn<R, V> named(String name) {
        return new ValueColumn<>(asTerm(), name);
    }
}
