package org.fetchwise.raw;

import java.lang.invoke.MethodType;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** The Java types that the columns of a statement's result can become. */
final class JavaTypes {
    private JavaTypes() {}

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
        return ValueType.of(MethodType.methodType(type).wrap().returnType());
    }

    /** {@return whether a class is that of single values} */
    static boolean isScalar(Class<?> type) {
        return of(type, null) != null;
    }
}
