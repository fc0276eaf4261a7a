package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of whole numbers of at most 32 bits.
 *
 * @param <R> the entity that the path begins at
 */
public final class IntColumn<R> extends TypedTerm<R, Integer> implements Column<R, Integer>, IntExpr<R> {
    IntColumn(Term term) {
        this(term, null);
    }

    private IntColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public IntColumn<R> named(String name) {
        return new IntColumn<>(asTerm(), name);
    }

    /**
     * {@return the assignment of a whole number to this column}
     *
     * @param value the number
     */
    public Assignment<R> to(int value) {
        return Assignment.of(this, value);
    }
}
