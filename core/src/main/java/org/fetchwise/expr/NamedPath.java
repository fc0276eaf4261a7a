package org.fetchwise.expr;

import org.fetchwise.query.Term;

/** The rows of a path under a name, which paths given as text begin with. */
final class NamedPath<R> extends TypedTerm<R, Object> {
    NamedPath(Term rows, String name) {
        super(rows, name);
    }

    @Override
    public Expr<R, Object> named(String name) {
        return new NamedPath<>(asTerm(), name);
    }
}
