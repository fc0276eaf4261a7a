package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A floating-point number that is no column. */
final class DoubleTerm<R> extends TypedTerm<R, Double> implements DoubleExpr<R> {
    DoubleTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public DoubleExpr<R> named(String name) {
        return new DoubleTerm<>(asTerm(), name);
    }
}
