package org.fetchwise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Assignment;
import org.fetchwise.expr.Column;

/**
 * When a row is there already, and what then happens with it. Immutable.
 *
 * @param <T> the entity
 */
public final class OnConflict<T> {
    private final List<Column<? super T, ?>> target;
    private final List<Column<? super T, ?>> updates;
    private final List<Assignment<? super T>> assignments;

    private OnConflict(
            Collection<? extends Column<? super T, ?>> target,
            Collection<? extends Column<? super T, ?>> updates,
            Collection<? extends Assignment<? super T>> assignments) {
        this.target = List.copyOf(target);
        this.updates = List.copyOf(updates);
        this.assignments = List.copyOf(assignments);
    }

    /**
     * {@return that a row is there if it has the same values in the columns of a unique constraint; it stays as it is}
     *
     * @param columns the columns; none for any unique constraint
     * @param <T> the entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the list only reads them
    public static <T> OnConflict<T> onConflict(Column<T, ?>... columns) {
        return new OnConflict<>(List.of(columns), List.of(), List.of());
    }

    /**
     * {@return the same, and that the row gets an object's values in some columns}
     *
     * @param columns the columns, at least one
     * @throws QueryException if there is none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the list only reads them
    public final OnConflict<T> update(Column<? super T, ?>... columns) {
        if (columns.length == 0) {
            throw new QueryException(
                    "onConflict(...).update takes at least one column. To leave the rows that are there"
                            + " as they are, take ignore().");
        }
        List<Column<? super T, ?>> all = new ArrayList<>(updates);
        all.addAll(List.of(columns));
        return new OnConflict<>(target, all, assignments);
    }

    /**
     * {@return the same, and that columns of the row get new values, which the database evaluates on the row as it is}
     *
     * @param values the columns and their values, as in {@code POST.viewCount.to(POST.viewCount.plus(1))}
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the list only reads them
    public final OnConflict<T> update(Assignment<? super T>... values) {
        List<Assignment<? super T>> all = new ArrayList<>(assignments);
        all.addAll(List.of(values));
        return new OnConflict<>(target, updates, all);
    }

    /** {@return the same, and that the row stays as it is} */
    public OnConflict<T> ignore() {
        return new OnConflict<>(target, List.of(), List.of());
    }

    List<Column<? super T, ?>> target() {
        return target;
    }

    List<Column<? super T, ?>> updates() {
        return updates;
    }

    List<Assignment<? super T>> assignments() {
        return assignments;
    }
}
