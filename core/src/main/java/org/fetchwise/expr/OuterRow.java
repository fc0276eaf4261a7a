package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.jspecify.annotations.Nullable;

/**
 * The row of the enclosing query that a subquery is evaluated for.
 *
 * @param <T> the entity
 */
final class OuterRow<T> implements Ref<Object, T>, TermSource {
    private final Term term;

    OuterRow(Term term) {
        this.term = term;
    }

    @Override
    public Term asTerm() {
        return term;
    }

    @Override
    public @Nullable String givenName() {
        return null;
    }

    @Override
    public String toString() {
        return term.toString();
    }
}
