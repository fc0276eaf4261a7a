package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A text that is no column. */
final class StringTerm<R> extends TypedTerm<R, String> implements StringExpr<R> {
    StringTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public StringExpr<R> named(String name) {
        return new StringTerm<>(asTerm(), name);
    }
}
