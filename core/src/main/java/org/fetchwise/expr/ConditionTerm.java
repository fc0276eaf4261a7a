package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A condition that is no column. */
final class ConditionTerm<R> extends TypedTerm<R, Boolean> implements Condition<R> {
    ConditionTerm(Term term) {
        this(term, null);
    }

    private ConditionTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public Condition<R> named(String name) {
        return new ConditionTerm<>(asTerm(), name);
    }
}
