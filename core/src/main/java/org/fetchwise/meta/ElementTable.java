package org.fetchwise.meta;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table that keeps the values of a collection, each in a row of its own beside the key of its owner.
 *
 * @param name what it is called in messages: the entity and its attribute
 * @param table the table's name, unquoted
 * @param ownerColumns the columns that hold the owner's key, in its order
 * @param columns the columns of a value; their indexes follow those of the owner's key
 * @param object the embedded object that the columns hold, or null where a value takes one column
 */
public record ElementTable(
        String name,
        String table,
        List<String> ownerColumns,
        List<ColumnAttribute> columns,
        @Nullable EmbeddedAttribute object) {
    public ElementTable {
        ownerColumns = List.copyOf(ownerColumns);
        columns = List.copyOf(columns);
    }

    /** Describes the table of the values of an entity whose key has one column. */
    public ElementTable(
            String name,
            String table,
            String ownerColumn,
            List<ColumnAttribute> columns,
            @Nullable EmbeddedAttribute object) {
        this(name, table, List.of(ownerColumn), columns, object);
    }

    /**
     * {@return what a value puts into the columns, in their order}
     *
     * @param value the value, or null
     */
    public List<@Nullable Object> partsOf(@Nullable Object value) {
        if (object != null) {
            return object.type().partsOf(value);
        }
        return value == null ? Collections.singletonList(null) : List.of(value);
    }
}
