package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A whole number of 64 bits that is no column. */
final class LongTerm<R> extends TypedTerm<R, Long> implements LongExpr<R> {
    LongTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public LongExpr<R> named(String name) {
        return new LongTerm<>(asTerm(), name);
    }
}
