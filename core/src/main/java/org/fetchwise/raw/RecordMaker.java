package org.fetchwise.raw;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of rows: a component is the column of its name, whose case and underscores do not count. Here alone the library
 * reflects, once for each result, since no processor has seen the record.
 */
final class RecordMaker<V> implements RowMaker<V> {
    private final Class<V> type;
    private final MethodHandle constructor;
    private final RecordComponent[] components;
    private final int[] columns;
    private final ValueType<?>[] types;

    private RecordMaker(
            Class<V> type,
            MethodHandle constructor,
            RecordComponent[] components,
            int[] columns,
            ValueType<?>[] types) {
        this.type = type;
        this.constructor = constructor;
        this.components = components;
        this.columns = columns;
        this.types = types;
    }

    /**
     * {@return the making of records}
     *
     * @param type the record
     * @param result the result's columns
     * @throws QueryException if a component has no column, or a type that no column becomes
     */
    static <V> RecordMaker<V> of(Class<V> type, ResultColumns result) {
        Map<String, Integer> byName = result.byName();
        RecordComponent[] components = type.getRecordComponents();
        int[] columns = new int[components.length];
        ValueType<?>[] types = new ValueType<?>[components.length];
        for (int at = 0; at < components.length; at++) {
            RecordComponent component = components[at];
            Integer column = byName.get(ResultColumns.plain(component.getName()));
            if (column == null) {
                throw new QueryException("The result has no column '" + component.getName() + "' for the record "
                        + type.getSimpleName() + ". It has: " + result.names() + ". Name it with AS.");
            }
            ValueType<?> reading =
                    JavaTypes.of(component.getType(), result.types().get(column - 1));
            if (reading == null) {
                throw new QueryException("No column becomes a "
                        + component.getType().getSimpleName() + ", as '" + component.getName() + "' of the record "
                        + type.getSimpleName() + " is. Map the rows with a function: list(row -> …).");
            }
            columns[at] = column;
            types[at] = reading;
        }
        return new RecordMaker<>(type, constructor(type, components), components, columns, types);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(parameters);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw new QueryException(
                    "The record " + type.getName() + " cannot be reached. Open its package in module-info:"
                            + " 'opens " + type.getPackageName() + " to org.fetchwise.core', or map the rows with a"
                            + " function: list(row -> …).",
                    closed);
        }
    }

    @Override
    public V make(RowReader row) throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        for (int at = 0; at < values.length; at++) {
            Object value = types[at].read(row, columns[at]);
            if (value == null && components[at].getType().isPrimitive()) {
                throw new QueryException(
                        "'" + components[at].getName() + "' is NULL, but the record " + type.getSimpleName()
                                + " takes a primitive there: declare the boxed type, or write COALESCE.");
            }
            values[at] = value;
        }
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new QueryException("The constructor of " + type.getName() + " failed.", failure);
        }
    }
}
