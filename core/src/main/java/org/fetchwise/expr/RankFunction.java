package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.WindowFunction;

/** A function that exists only over a window; by itself it is no expression. */
public final class RankFunction {
    private final WindowFunction function;

    RankFunction(WindowFunction function) {
        this.function = function;
    }

    /**
     * {@return the function's value for each row}
     *
     * @param window the window
     * @param <R> the entity whose rows are ranked
     */
    public <R> LongExpr<R> over(Window<R> window) {
        return new LongTerm<>(window.over(new Term.Ranking(function)), null);
    }
}
