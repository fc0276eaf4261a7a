package org.fetchwise.expr;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;

/**
 * Two columns side by side, compared as one value: the first decides, and where it is equal, the second. Immutable.
 *
 * @param <R> the entity that has both
 * @param <A> the type of the first
 * @param <B> the type of the second
 */
public final class Pair<R, A, B> {
    private final Term.Tuple columns;

    private Pair(Term.Tuple columns) {
        this.columns = columns;
    }

    static <R, A, B> Pair<R, A, B> of(Column<? super R, A> first, Column<? super R, B> second) {
        List<Term.Column> parts = List.of(single(first), single(second));
        ValueType<?> type = ValueType.composite(
                Map.Entry.class,
                parts.stream().<ValueType<?>>map(Term.Column::type).toList(),
                (row, column) -> null,
                entry -> Arrays.asList(entry.getKey(), entry.getValue()),
                values -> new SimpleImmutableEntry<>(values.get(0), values.get(1)));
        return new Pair<>(new Term.Tuple(parts, type, false));
    }

    private static Term.Column single(Column<?, ?> column) {
        if (TermSource.termOf(column) instanceof Term.Column single) {
            return single;
        }
        throw new QueryException(
                "A pair is of two columns, but '" + column + "' is none: take a column of the generated root.");
    }

    /**
     * {@return whether both are equal to values}
     *
     * @param first the first value
     * @param second the second value
     */
    public Condition<R> eq(A first, B second) {
        return compared(ComparisonOperator.EQUAL, first, second);
    }

    /**
     * {@return whether the pair is less}
     *
     * @param first the first value
     * @param second the second value
     */
    public Condition<R> lt(A first, B second) {
        return compared(ComparisonOperator.LESS, first, second);
    }

    /**
     * {@return whether the pair is less or equal}
     *
     * @param first the first value
     * @param second the second value
     */
    public Condition<R> le(A first, B second) {
        return compared(ComparisonOperator.LESS_OR_EQUAL, first, second);
    }

    /**
     * {@return whether the pair is greater}
     *
     * @param first the first value
     * @param second the second value
     */
    public Condition<R> gt(A first, B second) {
        return compared(ComparisonOperator.GREATER, first, second);
    }

    /**
     * {@return whether the pair is greater or equal}
     *
     * @param first the first value
     * @param second the second value
     */
    public Condition<R> ge(A first, B second) {
        return compared(ComparisonOperator.GREATER_OR_EQUAL, first, second);
    }

    private Condition<R> compared(ComparisonOperator operator, A first, B second) {
        return new ConditionTerm<>(
                new Term.Compare(operator, columns, new Term.Literal(Map.entry(first, second), columns.type())));
    }

    /**
     * {@return whether the pair is one of several}
     *
     * @param pairs the first values with the second ones; of none it holds of no row
     */
    public Condition<R> isIn(Collection<? extends Map.Entry<? extends A, ? extends B>> pairs) {
        return new ConditionTerm<>(new Term.In(columns, new Term.ListOf(new ArrayList<>(pairs), columns.type())));
    }

    /** {@return the columns} */
    @Override
    public String toString() {
        return columns.toString();
    }
}
