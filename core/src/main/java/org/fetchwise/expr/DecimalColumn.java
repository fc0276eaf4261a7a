package org.fetchwise.expr;

import java.math.BigDecimal;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of decimal numbers.
 *
 * @param <R> the entity that the path begins at
 */
public final class DecimalColumn<R> extends TypedTerm<R, BigDecimal> implements Column<R, BigDecimal>, DecimalExpr<R> {
    DecimalColumn(Term term) {
        this(term, null);
    }

    private DecimalColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public DecimalColumn<R> named(String name) {
        return new DecimalColumn<>(asTerm(), name);
    }
}
