package org.fetchwise.expr;

import java.math.BigDecimal;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** A decimal number that is no column. */
final class DecimalTerm<R> extends TypedTerm<R, BigDecimal> implements DecimalExpr<R> {
    DecimalTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public DecimalExpr<R> named(String name) {
        return new DecimalTerm<>(asTerm(), name);
    }
}
