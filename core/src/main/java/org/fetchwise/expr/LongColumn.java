package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of whole numbers of 64 bits.
 *
 * @param <R> the entity that the path begins at
 */
public final class LongColumn<R> extends TypedTerm<R, Long> implements Column<R, Long>, LongExpr<R> {
    LongColumn(Term term) {
        this(term, null);
    }

    private LongColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public LongColumn<R> named(String name) {
        return new LongColumn<>(asTerm(), name);
    }

    /**
     * {@return the assignment of a whole number to this column}
     *
     * @param value the number
     */
    public Assignment<R> to(long value) {
        return Assignment.of(this, value);
    }
}
