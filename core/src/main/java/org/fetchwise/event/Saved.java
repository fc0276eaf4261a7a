package org.fetchwise.event;

import java.util.List;
import org.fetchwise.expr.Column;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.jspecify.annotations.Nullable;

/**
 * One object was written to its row: by {@code create}, {@code save}, {@code getOrCreate} or {@code updateOrCreate}.
 *
 * @param entity the entity
 * @param object the object as queries give it; it goes on to change when the program changes it
 * @param isNew whether the row was inserted
 * @param changed the columns that were written
 * @param before what the row held before, as far as the object knew it; of a new row nothing
 * @param after what the row holds now
 * @param <T> the entity
 */
public record Saved<T>(
        EntityMeta<T> entity,
        T object,
        boolean isNew,
        List<ColumnAttribute> changed,
        RowValues<T> before,
        RowValues<T> after)
        implements Change<T> {
    public Saved {
        changed = List.copyOf(changed);
    }

    /**
     * {@return whether a column was written}
     *
     * @param column a column of the entity
     */
    public boolean changed(Column<? super T, ?> column) {
        return changed.contains(RowValues.attribute(entity, column));
    }

    /**
     * {@return the value that a column had before, null for a new row}
     *
     * @param column a column of the entity
     * @param <V> the type of its values
     * @throws org.fetchwise.error.QueryException if it is not known, see {@link RowValues#knows}
     */
    public <V> @Nullable V before(Column<? super T, V> column) {
        return before.get(column);
    }

    /**
     * {@return the value that a column has now}
     *
     * @param column a column of the entity
     * @param <V> the type of its values
     * @throws org.fetchwise.error.QueryException if it is not known, see {@link RowValues#knows}
     */
    public <V> @Nullable V after(Column<? super T, V> column) {
        return after.get(column);
    }
}
