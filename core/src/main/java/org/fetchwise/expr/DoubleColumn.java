package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of floating-point numbers.
 *
 * @param <R> the entity that the path begins at
 */
public final class DoubleColumn<R> extends TypedTerm<R, Double> implements Column<R, Double>, DoubleExpr<R> {
    DoubleColumn(Term term) {
        this(term, null);
    }

    private DoubleColumn(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public DoubleColumn<R> named(String name) {
        return new DoubleColumn<>(asTerm(), name);
    }

    /**
     * {@return the assignment of a number to this column}
     *
     * @param value the number
     */
    public Assignment<R> to(double value) {
        return Assignment.of(this, value);
    }
}
