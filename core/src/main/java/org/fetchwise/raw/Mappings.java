package org.fetchwise.raw;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** What the rows of a statement become where nobody says how: values, single or by column. */
public final class Mappings {
    private Mappings() {}

    /**
     * {@return the making of single values or of records}
     *
     * @param type the class of a value that a column can hold, or a record
     * @param <V> that class
     * @throws QueryException if the class is neither
     */
    public static <V> RowMaker.Of<V> of(Class<V> type) {
        if (JavaTypes.isScalar(type)) {
            return columns -> single(type, columns);
        }
        if (type.isRecord()) {
            return columns -> RecordMaker.of(type, columns);
        }
        throw new QueryException(
                "A row cannot become a " + type.getName()
                        + ". Name an entity, a record whose components are called like the columns, or the class of one value.");
    }

    @SuppressWarnings("NullAway") // NULL is null, which a type variable of users cannot say.
    private static <V> RowMaker<V> single(Class<V> type, ResultColumns columns) {
        if (columns.names().size() != 1) {
            throw new QueryException("A row of " + columns.names().size() + " columns cannot become one "
                    + type.getSimpleName() + ": the statement gives " + columns.names()
                    + ". Select one column, or name a record.");
        }
        ValueType<?> reading = JavaTypes.of(type, columns.types().getFirst());
        if (reading == null) {
            throw new IllegalArgumentException("Not of one value: " + type);
        }
        return row -> type.cast(reading.read(row, 1));
    }

    /**
     * {@return the making of arrays with the value of each column, in the types that the database says}
     *
     * @param columns the result's columns
     */
    public static RowMaker<@Nullable Object[]> values(ResultColumns columns) {
        List<@Nullable ValueType<?>> types = columns.types();
        return row -> {
            @Nullable Object[] values = new Object[types.size()];
            for (int at = 0; at < values.length; at++) {
                ValueType<?> type = types.get(at);
                values[at] = type == null ? row.object(at + 1) : type.read(row, at + 1);
            }
            return values;
        };
    }
}
