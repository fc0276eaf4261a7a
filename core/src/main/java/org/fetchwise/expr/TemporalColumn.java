package org.fetchwise.expr;

import java.time.temporal.Temporal;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of instants, dates or times.
 *
 * @param <R> the entity that the path begins at
 * @param <V> the type of the values
 */
public final class TemporalColumn<R, V extends Temporal> extends TypedTerm<R, V>
        implements Column<R, V>, TemporalExpr<R, V> {
    TemporalColumn(Term term) {
        this(term, null);
    }

    private TemporalColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public TemporalColumn<R, V> named(String name) {
        return new TemporalColumn<>(asTerm(), name);
    }
}
