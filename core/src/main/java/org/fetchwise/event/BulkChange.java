package org.fetchwise.event;

import java.util.List;
import java.util.Optional;
import org.fetchwise.expr.Column;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;

/**
 * Many rows of an entity were written at once.
 *
 * @param entity the entity
 * @param operation what was done
 * @param rows how many rows there were
 * @param columns the columns that were written, all of them for new rows, none for deleted ones
 * @param keys the keys of the rows where they are known: always where objects were given, else where a listener
 *     {@linkplain ChangeListener#needsKeys needs} them
 * @param objects the objects that were given, as queries give them; empty where a query chose the rows
 * @param predicate the query that chose the rows, as calls on a queryset and without values; empty where objects were given
 * @param <T> the entity
 */
public record BulkChange<T>(
        EntityMeta<T> entity,
        Operation operation,
        long rows,
        List<ColumnAttribute> columns,
        Optional<List<Object>> keys,
        List<T> objects,
        Optional<String> predicate)
        implements Change<T> {
    /** What is done to many rows. */
    public enum Operation {
        /** They were inserted. */
        CREATED,
        /** Columns of them got new values. */
        UPDATED,
        /** They were inserted where they were missing, else updated or left as they were. */
        UPSERTED,
        /** They were deleted. */
        DELETED,
        /** A statement in SQL said that it writes them; nobody knows what it does. */
        EXECUTED
    }

    public BulkChange {
        columns = List.copyOf(columns);
        keys = keys.map(List::copyOf);
        objects = List.copyOf(objects);
    }

    /**
     * {@return whether a column was written}
     *
     * @param column a column of the entity
     */
    public boolean changed(Column<? super T, ?> column) {
        return columns.contains(RowValues.attribute(entity, column));
    }
}
