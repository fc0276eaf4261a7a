package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several columns of an entity's table that one object holds, as a street and a city are held by an address. It is read and
 * loaded as a whole: no object ever has a part of it. Compared by identity.
 */
public final class EmbeddedAttribute {
    private final int position;
    private final String name;
    private final ValueType<?> type;
    private final List<ColumnAttribute> columns;
    private final List<EmbeddedAttribute> nested;
    private final long bits;

    /**
     * Describes an embedded object.
     *
     * @param position its place in {@link EntityMeta#embedded()}
     * @param name the field's name, behind those of the objects that it stands in, as in {@code address.position}
     * @param type the type of the object, which takes its columns side by side
     * @param columns the columns, those of objects embedded in it included; their indexes follow each other
     * @param nested the objects embedded in it
     */
    public EmbeddedAttribute(
            int position,
            String name,
            ValueType<?> type,
            List<ColumnAttribute> columns,
            List<EmbeddedAttribute> nested) {
        this.position = position;
        this.name = name;
        this.type = type;
        this.columns = List.copyOf(columns);
        this.nested = List.copyOf(nested);
        bits = columns.stream().mapToLong(ColumnAttribute::bit).reduce(0, (one, other) -> one | other);
    }

    /** {@return its place in {@link EntityMeta#embedded()}} */
    public int position() {
        return position;
    }

    /** {@return the name: the field's, behind those of the objects that it stands in} */
    public String name() {
        return name;
    }

    /** {@return the type of the object} */
    public ValueType<?> type() {
        return type;
    }

    /** {@return the columns, in the order of their indexes} */
    public List<ColumnAttribute> columns() {
        return columns;
    }

    /** {@return the objects embedded in this one} */
    public List<EmbeddedAttribute> nested() {
        return nested;
    }

    /** {@return the state bits of the columns} */
    public long bits() {
        return bits;
    }

    /**
     * {@return the column of a part}
     *
     * @param part the name of a field of the object; it must exist
     */
    public ColumnAttribute column(String part) {
        String full = name + "." + part;
        return columns.stream()
                .filter(column -> column.name().equals(full))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column of '" + full + "'"));
    }

    /**
     * {@return an object that is embedded in this one}
     *
     * @param part the name of a field of the object; it must exist
     */
    public EmbeddedAttribute embedded(String part) {
        String full = name + "." + part;
        return nested.stream()
                .filter(inner -> inner.name().equals(full))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing embedded as '" + full + "'"));
    }

    /**
     * {@return the values of the columns of an object that is given away, those copied that can be changed}
     *
     * @param object the object, or null
     */
    public List<@Nullable Object> seen(@Nullable Object object) {
        List<@Nullable Object> values = new ArrayList<>(type.partsOf(object));
        for (int at = 0; at < values.size(); at++) {
            if (columns.get(at).type().isCopied()) {
                values.set(at, ArrayValues.copy(values.get(at)));
            }
        }
        return values;
    }

    /**
     * {@return the bits of the columns whose values differ from those that an object held before}
     *
     * @param before the values of the columns then, in their order
     * @param now the object as it is now, or null
     */
    public long changed(List<@Nullable Object> before, @Nullable Object now) {
        List<@Nullable Object> values = type.partsOf(now);
        long changed = 0;
        for (int at = 0; at < columns.size(); at++) {
            if (!Objects.deepEquals(before.get(at), values.get(at))) {
                changed |= columns.get(at).bit();
            }
        }
        return changed;
    }

    @Override
    public String toString() {
        return name;
    }
}
