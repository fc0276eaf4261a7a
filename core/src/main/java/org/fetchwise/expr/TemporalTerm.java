package org.fetchwise.expr;

import java.time.temporal.Temporal;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A point in time that is no column. */
final class TemporalTerm<R, V extends Temporal> extends TypedTerm<R, V> implements TemporalExpr<R, V> {
    TemporalTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public TemporalExpr<R, V> named(String name) {
        return new TemporalTerm<>(asTerm(), name);
    }
}
