package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.WindowFunction;
import org.jspecify.annotations.Nullable;

/** A function that exists only over a window; by itself it is no expression. */
public final class RankFunction {
    private final WindowFunction function;
    private final @Nullable Integer number;

    RankFunction(WindowFunction function) {
        this(function, null);
    }

    RankFunction(WindowFunction function, @Nullable Integer number) {
        this.function = function;
        this.number = number;
    }

    /**
     * {@return the function's value for each row}
     *
     * @param window the window
     * @param <R> the entity whose rows are ranked
     */
    public <R> LongExpr<R> over(Window<R> window) {
        return new LongTerm<>(window.over(new Term.Ranking(function, List.of(), number, ValueType.LONG)), null);
    }
}
