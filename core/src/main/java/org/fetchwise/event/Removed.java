package org.fetchwise.event;

import org.fetchwise.expr.Column;
import org.fetchwise.meta.EntityMeta;
import org.jspecify.annotations.Nullable;

/**
 * The row of one object was deleted, by {@code delete(object)}. Rows that went with it are told as {@link BulkChange bulk changes} of
 * their entities, before it.
 *
 * @param entity the entity
 * @param object the object that was given
 * @param key its key
 * @param before what the row held, as far as the object knew it
 * @param <T> the entity
 */
public record Removed<T>(EntityMeta<T> entity, T object, Object key, RowValues<T> before) implements Change<T> {
    /**
     * {@return the value that a column had}
     *
     * @param column a column of the entity
     * @param <V> the type of its values
     * @throws org.fetchwise.error.QueryException if it is not known, see {@link RowValues#knows}
     */
    public <V> @Nullable V before(Column<? super T, V> column) {
        return before.get(column);
    }
}
