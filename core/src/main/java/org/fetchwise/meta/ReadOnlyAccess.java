package org.fetchwise.meta;

import java.sql.SQLException;
import org.fetchwise.error.QueryException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a read-only entity, whose class is a record or final: each is made by its constructor with all its values at
 * once, and knows of no library. The processor writes one subclass for each such entity.
 *
 * @param <T> the entity
 */
public abstract class ReadOnlyAccess<T> extends EntityAccess<Object> {
    /** For generated subclasses. */
    protected ReadOnlyAccess() {}

    /** {@return the description of the entity} */
    protected abstract EntityMeta<T> meta();

    /**
     * {@return the object of the current row}
     *
     * @param row the row
     * @param at the index of its first column, counted from 1; all columns stand side by side
     * @throws SQLException if the driver fails
     */
    protected abstract T readObject(RowReader row, int at) throws SQLException;

    /**
     * {@return the value of a column}
     *
     * @param object the object
     * @param attribute the index of the column
     */
    protected abstract @Nullable Object valueOf(T object, int attribute);

    @Override
    public final Object newManaged(FetchGroup group) {
        return new Unmanaged(this::meta, group, 0);
    }

    @Override
    public final void read(Object entity, RowReader row, long columns, int at) throws SQLException {
        Unmanaged unmanaged = (Unmanaged) entity;
        unmanaged.value(readObject(row, at));
        unmanaged.$makeReady(columns);
    }

    @Override
    public final @Nullable Object get(Object entity, int attribute) {
        Object object = entity instanceof Unmanaged unmanaged ? unmanaged.value() : entity;
        return object == null ? null : valueOf(meta().type().cast(object), attribute);
    }

    @Override
    public final void set(Object entity, int attribute, @Nullable Object value) {
        throw new QueryException(meta() + " is read-only: its objects never change.");
    }
}
