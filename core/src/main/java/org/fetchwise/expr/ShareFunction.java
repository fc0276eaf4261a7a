package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.WindowFunction;

/** A function over a window whose value lies between 0 and 1; by itself it is no expression. */
public final class ShareFunction {
    private final WindowFunction function;

    ShareFunction(WindowFunction function) {
        this.function = function;
    }

    /**
     * {@return the function's value for each row}
     *
     * @param window the window
     * @param <R> the entity whose rows are compared
     */
    public <R> DoubleExpr<R> over(Window<R> window) {
        return new DoubleTerm<>(window.over(new Term.Ranking(function, List.of(), null, ValueType.DOUBLE)), null);
    }
}
