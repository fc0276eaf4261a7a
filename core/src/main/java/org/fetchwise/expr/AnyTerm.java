package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** An expression over paths given as text that is no path itself. */
final class AnyTerm extends TypedTerm<Object, Object> implements AnyExpr {
    AnyTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public AnyExpr named(String name) {
        return new AnyTerm(asTerm(), name);
    }
}
