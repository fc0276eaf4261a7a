package org.fetchwise.query;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** What is taken of dates and times; of instants in a zone. */
public final class Times {
    private static final List<SqlFunction> OF_DATES = List.of(
            SqlFunction.YEAR,
            SqlFunction.ISO_YEAR,
            SqlFunction.QUARTER,
            SqlFunction.MONTH,
            SqlFunction.WEEK,
            SqlFunction.DAY,
            SqlFunction.WEEK_DAY,
            SqlFunction.ISO_WEEK_DAY,
            SqlFunction.TRUNC_YEAR,
            SqlFunction.TRUNC_QUARTER,
            SqlFunction.TRUNC_MONTH,
            SqlFunction.TRUNC_WEEK,
            SqlFunction.TRUNC_DAY);
    private static final List<SqlFunction> OF_TIMES = List.of(
            SqlFunction.HOUR,
            SqlFunction.MINUTE,
            SqlFunction.SECOND,
            SqlFunction.TRUNC_HOUR,
            SqlFunction.TRUNC_MINUTE,
            SqlFunction.TRUNC_SECOND);

    private Times() {}

    /**
     * {@return a part, a half or the beginning of a date or a time}
     *
     * @param function which of them
     * @param value the date or time
     * @param zone the zone in which it is taken of an instant, or null for that of the database's handle
     * @throws QueryException if such values have nothing of the kind
     */
    public static Term of(SqlFunction function, Term value, @Nullable ZoneId zone) {
        StorageType storage = value.type().storage();
        if (!has(storage, function)) {
            throw new QueryException("'" + name(function) + "' cannot be taken of '" + value + "', which is of type "
                    + value.type().javaType().getSimpleName() + ".");
        }
        if (zone != null && storage != StorageType.INSTANT) {
            throw new QueryException("'" + value + "' is of type "
                    + value.type().javaType().getSimpleName() + ", which has no zone; only instants are taken in one.");
        }
        if (storage != StorageType.INSTANT) {
            return new Term.Call(function, List.of(value), type(function, value.type()));
        }
        Term local = new Term.Local(value, zone);
        Term call = new Term.Call(function, List.of(local), type(function, ValueType.DATE_TIME));
        return isTruncation(function) ? new Term.OfLocal(call, zone) : call;
    }

    /**
     * {@return what clocks show in a zone at an instant}
     *
     * @param value the instant
     * @param zone the zone
     * @throws QueryException if the value is no instant
     */
    public static Term inZone(Term value, ZoneId zone) {
        if (value.type().storage() != StorageType.INSTANT) {
            throw new QueryException("'" + value + "' is of type "
                    + value.type().javaType().getSimpleName() + ", which has no zone; only instants are taken in one.");
        }
        return new Term.Local(value, zone);
    }

    static boolean isTruncation(SqlFunction function) {
        return function.compareTo(SqlFunction.TRUNC_YEAR) >= 0;
    }

    /** Whether values of a type have what a function takes. */
    static boolean has(StorageType storage, SqlFunction function) {
        return switch (storage) {
            case DATE -> OF_DATES.contains(function);
            case TIME -> OF_TIMES.contains(function) && !isTruncation(function);
            case TIMESTAMP, INSTANT ->
                OF_DATES.contains(function)
                        || OF_TIMES.contains(function)
                        || function == SqlFunction.DATE
                        || function == SqlFunction.TIME;
            default -> false;
        };
    }

    private static ValueType<?> type(SqlFunction function, ValueType<?> value) {
        return switch (function) {
            case DATE -> ValueType.DATE;
            case TIME -> ValueType.TIME;
            default -> isTruncation(function) ? value : ValueType.INTEGER;
        };
    }

    private static String name(SqlFunction function) {
        return function.name().toLowerCase(Locale.ROOT);
    }
}
