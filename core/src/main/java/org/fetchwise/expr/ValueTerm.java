package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A value that is neither number, text, time nor truth, and no column. */
final class ValueTerm<R, V> extends TypedTerm<R, V> implements ValueExpr<R, V> {
    ValueTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public ValueExpr<R, V> named(String name) {
        return new ValueTerm<>(asTerm(), name);
    }
}
