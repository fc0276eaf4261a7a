package org.fetchwise.meta;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates, fills and reads the objects of one entity. The processor writes one subclass for each entity, in straight lines
 * and without reflection.
 *
 * @param <T> the entity
 */
public abstract class EntityAccess<T> {
    /** For generated subclasses. */
    protected EntityAccess() {}

    /**
     * {@return a new managed object of which nothing is loaded}
     *
     * @param group the fetch group that it belongs to
     */
    public abstract T newManaged(FetchGroup group);

    /**
     * Reads columns of the current row into a managed object and marks them as loaded. The column of a foreign key that is
     * NULL marks its relation as loaded, too.
     *
     * @param entity a managed object
     * @param row the row
     * @param columns the state bits of the columns to read; they stand in the row in the order of their bits, side by side.
     *     The bits of relations among them are marked as loaded, too; the caller sets these before anybody sees the object
     * @param at the index of the first of them, counted from 1
     * @throws SQLException if the driver fails
     */
    public abstract void read(T entity, RowReader row, long columns, int at) throws SQLException;

    /**
     * {@return what the field of an attribute holds, without loading anything}
     *
     * @param entity a plain or a managed object; the column of a foreign key is held by managed objects only
     * @param attribute the attribute's index
     */
    public abstract @Nullable Object get(T entity, int attribute);

    /**
     * {@return an embedded object, without loading anything; null where there is none}
     *
     * @param entity a plain or a managed object
     * @param position the position of the embedded object in its entity's description
     */
    public @Nullable Object embedded(T entity, int position) {
        throw new IndexOutOfBoundsException(position);
    }

    /**
     * Writes the field of an attribute, without marking anything.
     *
     * @param entity a plain or a managed object; the column of a foreign key is held by managed objects only
     * @param attribute the attribute's index
     * @param value a value of the attribute's type, or null
     */
    public abstract void set(T entity, int attribute, @Nullable Object value);

    /** {@return the moments at which something is to be called} */
    public Set<Lifecycle> callbacks() {
        return Set.of();
    }

    /**
     * Calls what is to be called at a moment: first the listeners that the classes of the entity name, then its own methods; those of
     * superclasses before those of subclasses.
     *
     * @param moment the moment
     * @param entity a plain or a managed object
     */
    public void call(Lifecycle moment, T entity) {}
}
