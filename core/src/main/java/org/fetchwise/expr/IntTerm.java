package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A whole number of 32 bits that is no column. */
final class IntTerm<R> extends TypedTerm<R, Integer> implements IntExpr<R> {
    IntTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public IntExpr<R> named(String name) {
        return new IntTerm<>(asTerm(), name);
    }
}
