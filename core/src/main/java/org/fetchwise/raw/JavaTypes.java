package org.fetchwise.raw;

import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** The Java types that the columns of a statement's result can become. */
final class JavaTypes {
    private static final Map<Class<?>, ValueType<?>> BY_CLASS = byClass();

    private JavaTypes() {}

    private static Map<Class<?>, ValueType<?>> byClass() {
        Map<Class<?>, ValueType<?>> types = new HashMap<>();
        for (ValueType<?> type : List.of(
                ValueType.BOOLEAN,
                ValueType.BYTE,
                ValueType.SHORT,
                ValueType.INTEGER,
                ValueType.LONG,
                ValueType.FLOAT,
                ValueType.DOUBLE,
                ValueType.DECIMAL,
                ValueType.BIG_INTEGER,
                ValueType.STRING,
                ValueType.CHARACTER,
                ValueType.UUID,
                ValueType.BYTES,
                ValueType.DATE,
                ValueType.TIME,
                ValueType.DATE_TIME,
                ValueType.INSTANT,
                ValueType.OFFSET_DATE_TIME,
                ValueType.ZONED_DATE_TIME,
                ValueType.YEAR,
                ValueType.DURATION)) {
            types.put(type.javaType(), type);
        }
        return Map.copyOf(types);
    }

    /**
     * {@return how a column becomes a value of a class, or null where it cannot} An enum is read by the names of its constants,
     * or by their positions where the column holds numbers.
     *
     * @param type the class, primitive or not
     * @param column what the database says the column holds, or null
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // An enum's class is one of an enum.
    static @Nullable ValueType<?> of(Class<?> type, @Nullable ValueType<?> column) {
        if (type.isEnum()) {
            Class<? extends Enum> constants = (Class<? extends Enum>) type;
            return column != null && column.storage().isNumber()
                    ? ValueType.enumByOrdinal(constants)
                    : ValueType.enumByName(constants);
        }
        return BY_CLASS.get(MethodType.methodType(type).wrap().returnType());
    }

    /** {@return whether a class is that of single values} */
    static boolean isScalar(Class<?> type) {
        return of(type, null) != null;
    }
}
