package org.fetchwise.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** What may be taken of a date or a time within a path: {@code created_at__year}. */
final class Transforms {
    private static final List<SqlFunction> OF_DATES = List.of(
            SqlFunction.YEAR,
            SqlFunction.ISO_YEAR,
            SqlFunction.QUARTER,
            SqlFunction.MONTH,
            SqlFunction.WEEK,
            SqlFunction.DAY,
            SqlFunction.WEEK_DAY,
            SqlFunction.ISO_WEEK_DAY);
    private static final List<SqlFunction> OF_TIMES = List.of(SqlFunction.HOUR, SqlFunction.MINUTE, SqlFunction.SECOND);
    private static final List<SqlFunction> OF_INSTANTS = List.of(SqlFunction.DATE, SqlFunction.TIME);
    private static final Map<StorageType, List<List<SqlFunction>>> BY_TYPE = new EnumMap<>(Map.of(
            StorageType.DATE, List.of(OF_DATES),
            StorageType.TIME, List.of(OF_TIMES),
            StorageType.TIMESTAMP, List.of(OF_DATES, OF_TIMES, OF_INSTANTS),
            StorageType.INSTANT, List.of(OF_DATES, OF_TIMES, OF_INSTANTS)));

    private Transforms() {}

    /** The transform of a name applied to a value, or null if values of that type have none of the name. */
    static @Nullable Term apply(Term value, String name) {
        for (List<SqlFunction> functions : BY_TYPE.getOrDefault(value.type().storage(), List.of())) {
            for (SqlFunction function : functions) {
                if (name.equals(nameOf(function))) {
                    return new Term.Call(function, List.of(value), typeOf(function));
                }
            }
        }
        return null;
    }

    /** The names of the transforms of a value, in sentences. */
    static List<String> names(Term value) {
        return BY_TYPE.getOrDefault(value.type().storage(), List.of()).stream()
                .flatMap(List::stream)
                .map(Transforms::nameOf)
                .toList();
    }

    private static String nameOf(SqlFunction function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    private static ValueType<?> typeOf(SqlFunction function) {
        return switch (function) {
            case DATE -> ValueType.DATE;
            case TIME -> ValueType.TIME;
            default -> ValueType.INTEGER;
        };
    }
}
