package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.SqlExpr.WindowFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function that takes the value of another row of a window; by itself it is no expression.
 *
 * @param <R> the entity whose rows it looks at
 * @param <V> the type of the value
 */
public final class RowFunction<R, V> {
    private final WindowFunction function;
    private final List<Term> arguments;
    private final @Nullable Integer number;

    RowFunction(WindowFunction function, Expr<R, V> value, @Nullable Integer number) {
        this(function, List.of(Terms.of(value)), number);
    }

    private RowFunction(WindowFunction function, List<Term> arguments, @Nullable Integer number) {
        this.function = function;
        this.arguments = arguments;
        this.number = number;
    }

    /**
     * {@return this function with a value where there is no such row}
     *
     * @param fallback the value
     */
    public RowFunction<R, V> orElse(V fallback) {
        Term value = arguments.get(0);
        List<Term> longer = new ArrayList<>(List.of(value));
        longer.add(
                switch (fallback) {
                    case TermSource expression -> expression.asTerm();
                    case Number number -> Terms.number(value, number);
                    case Object other -> Terms.value(value, other);
                });
        return new RowFunction<>(function, longer, number);
    }

    /**
     * {@return the function's value for each row}
     *
     * @param window the window
     * @param <S> the entity of the window and the value
     */
    public <S extends R> ValueExpr<S, V> over(Window<? super S> window) {
        return new ValueTerm<>(term(window), null);
    }

    /**
     * {@return the function's value for each row, of a type that only the query tells}
     *
     * @param window the window
     */
    public AnyExpr overAny(Window<Object> window) {
        return new AnyTerm(term(window), null);
    }

    private Term term(Window<?> window) {
        return window.over(
                new Term.Ranking(function, arguments, number, arguments.get(0).type()));
    }
}
