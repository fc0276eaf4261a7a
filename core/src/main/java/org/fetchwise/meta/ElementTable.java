package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that keeps the values of a collection, each in a row of its own beside the key of its owner.
 *
 * @param name what it is called in messages: the entity and its attribute
 * @param table the table's name, unquoted
 * @param ownerColumns the columns that hold the owner's key, in its order
 * @param columns the columns of a value, and behind them that of its key; their indexes follow those of the owner's key
 * @param object the embedded object that the columns hold, or null where a value takes one column
 * @param key the column that holds the key of a value in a map, the last of the columns; null where there is no map
 * @param constraint what guards the references to the owners
 */
public record ElementTable(
        String name,
        String table,
        List<String> ownerColumns,
        List<ColumnAttribute> columns,
        @Nullable EmbeddedAttribute object,
        @Nullable ColumnAttribute key,
        ForeignKeyConstraint constraint) {
    public ElementTable {
        ownerColumns = List.copyOf(ownerColumns);
        columns = List.copyOf(columns);
    }

    /**
     * Describes the table of a map, whose owner has a key of several columns.
     *
     * @param name what it is called in messages: the entity and its attribute
     * @param table the table's name, unquoted
     * @param ownerColumns the columns that hold the owner's key, in its order
     * @param columns the columns of a value, and behind them that of its key; their indexes follow those of the owner's key
     * @param object the embedded object that the columns hold, or null where a value takes one column
     * @param key the column that holds the key of a value, the last of the columns; null where there is no map
     */
    public ElementTable(
            String name,
            String table,
            List<String> ownerColumns,
            List<ColumnAttribute> columns,
            @Nullable EmbeddedAttribute object,
            @Nullable ColumnAttribute key) {
        this(name, table, ownerColumns, columns, object, key, ForeignKeyConstraint.DERIVED);
    }

    /**
     * Describes the table of the values of an entity whose key has one column.
     *
     * @param name what it is called in messages: the entity and its attribute
     * @param table the table's name, unquoted
     * @param ownerColumn the column that holds the owner's key
     * @param columns the columns of a value; their indexes follow those of the owner's key
     * @param object the embedded object that the columns hold, or null where a value takes one column
     */
    public ElementTable(
            String name,
            String table,
            String ownerColumn,
            List<ColumnAttribute> columns,
            @Nullable EmbeddedAttribute object) {
        this(name, table, List.of(ownerColumn), columns, object, null);
    }

    /**
     * Describes a table of values that have no keys.
     *
     * @param name what it is called in messages: the entity and its attribute
     * @param table the table's name, unquoted
     * @param ownerColumns the columns that hold the owner's key, in its order
     * @param columns the columns of a value; their indexes follow those of the owner's key
     * @param object the embedded object that the columns hold, or null where a value takes one column
     */
    public ElementTable(
            String name,
            String table,
            List<String> ownerColumns,
            List<ColumnAttribute> columns,
            @Nullable EmbeddedAttribute object) {
        this(name, table, ownerColumns, columns, object, null);
    }

    /**
     * Describes the table of a map, whose owner has a key of one column.
     *
     * @param name what it is called in messages: the entity and its attribute
     * @param table the table's name, unquoted
     * @param ownerColumn the column that holds the owner's key
     * @param columns the columns of a value, and behind them that of its key; their indexes follow those of the owner's key
     * @param object the embedded object that the columns hold, or null where a value takes one column
     * @param key the column that holds the key of a value, the last of the columns
     */
    public ElementTable(
            String name,
            String table,
            String ownerColumn,
            List<ColumnAttribute> columns,
            @Nullable EmbeddedAttribute object,
            ColumnAttribute key) {
        this(name, table, List.of(ownerColumn), columns, object, key);
    }

    /**
     * {@return the same table with another constraint}
     *
     * @param other what guards the references to the owners
     */
    public ElementTable guardedBy(ForeignKeyConstraint other) {
        return new ElementTable(name, table, ownerColumns, columns, object, key, other);
    }

    /**
     * {@return what a value puts into the columns, in their order}
     *
     * @param value the value, or null; of a map an entry
     */
    public List<@Nullable Object> partsOf(@Nullable Object value) {
        if (key == null) {
            return partsOfValue(value);
        }
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) Objects.requireNonNull(value);
        List<@Nullable Object> parts = new ArrayList<>(partsOfValue(entry.getValue()));
        parts.add(entry.getKey());
        return parts;
    }

    private List<@Nullable Object> partsOfValue(@Nullable Object value) {
        if (object != null) {
            return object.type().partsOf(value);
        }
        return value == null ? Collections.singletonList(null) : List.of(value);
    }

    /**
     * {@return the values that an object of the program's holds: the elements of a collection, the entries of a map, and none where
     * there is neither}
     *
     * @param held what the object holds
     */
    public static Collection<?> values(@Nullable Object held) {
        return switch (held) {
            case Collection<?> collection -> collection;
            case Map<?, ?> map -> map.entrySet();
            case null, default -> List.of();
        };
    }
}
