package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The columns that tell a row from all others, or that refer to another row by its key: one or several. However many there
 * are, a key is one object in Java: the value of the only column, or an object that the values of all of them make. A key of
 * which a part is missing is none. Immutable, compared by identity.
 */
public final class KeyColumns {
    private static final int SEVERAL = -1;

    private final List<ColumnAttribute> columns;
    private final Supplier<ValueType<?>> type;
    private final long bits;

    /** The index of the only column where its value is the key. */
    private final int only;

    private KeyColumns(List<ColumnAttribute> columns, Supplier<ValueType<?>> type, int only) {
        this.columns = List.copyOf(columns);
        this.type = type;
        this.only = only;
        bits = columns.stream().mapToLong(ColumnAttribute::bit).reduce(0, (one, other) -> one | other);
    }

    /**
     * {@return a key that is the value of one column}
     *
     * @param column the column
     */
    public static KeyColumns of(ColumnAttribute column) {
        return new KeyColumns(List.of(column), column::type, column.index());
    }

    /**
     * {@return a key that is an object made of the values of columns}
     *
     * @param columns the columns, at least one
     * @param type gives the type of the object, which takes as many columns, once all descriptions exist
     */
    public static KeyColumns of(List<ColumnAttribute> columns, Supplier<ValueType<?>> type) {
        return new KeyColumns(columns, type, SEVERAL);
    }

    /** {@return the columns, in the order in which the type takes them} */
    public List<ColumnAttribute> columns() {
        return columns;
    }

    /** {@return the first column, which is NULL just where there is no key} */
    public ColumnAttribute first() {
        return columns.getFirst();
    }

    /** {@return whether the value of one column is the key} */
    public boolean isValue() {
        return only != SEVERAL;
    }

    /** {@return the type of the keys} */
    public ValueType<?> type() {
        return type.get();
    }

    /** {@return the state bits of the columns} */
    public long bits() {
        return bits;
    }

    /**
     * {@return whether a column is among these}
     *
     * @param column a column
     */
    public boolean has(ColumnAttribute column) {
        return columns.contains(column);
    }

    /**
     * {@return whether NULL is allowed in any of the columns}
     */
    public boolean isNullable() {
        return columns.stream().anyMatch(column -> column.is(ColumnAttribute.Trait.NULLABLE));
    }

    /** {@return the names of the columns} */
    public List<String> names() {
        return columns.stream().map(ColumnAttribute::column).toList();
    }

    /**
     * {@return the key that an object holds, or null}
     *
     * @param access the access to the objects of the entity that has the columns
     * @param entity the object
     * @param <T> the entity
     */
    public <T> @Nullable Object of(EntityAccess<T> access, T entity) {
        if (only != SEVERAL) {
            return access.get(entity, only);
        }
        List<@Nullable Object> parts = new ArrayList<>(columns.size());
        for (ColumnAttribute column : columns) {
            Object part = access.get(entity, column.index());
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return type().valueOf(parts);
    }

    /**
     * {@return the values of the columns that make a key}
     *
     * @param key the key, or null, which makes all of them null
     */
    public List<@Nullable Object> partsOf(@Nullable Object key) {
        if (only == SEVERAL) {
            return type().partsOf(key);
        }
        List<@Nullable Object> parts = new ArrayList<>(1);
        parts.add(key);
        return parts;
    }

    @Override
    public String toString() {
        return only == SEVERAL ? columns.toString() : first().name();
    }
}
