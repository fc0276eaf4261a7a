package org.fetchwise.write;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.jspecify.annotations.Nullable;

/** Fits values to the fields of attributes. */
final class Values {
    private Values() {}

    /** A value as the attribute's field holds it: a number of its very class. */
    static Object of(ColumnAttribute column, Object value) {
        Class<?> type = column.type().javaType();
        if (type.isInstance(value) || !(value instanceof Number number)) {
            return value;
        }
        try {
            if (type == Long.class) {
                return exact(number);
            }
            if (type == Integer.class) {
                return Math.toIntExact(exact(number));
            }
        } catch (ArithmeticException tooLarge) {
            throw new QueryException(
                    "'" + column + "' takes values of type " + type.getSimpleName() + ", and this one does not fit.");
        }
        if (type == Short.class) {
            return number.shortValue();
        }
        if (type == Byte.class) {
            return number.byteValue();
        }
        return type == Float.class ? (Object) number.floatValue() : number.doubleValue();
    }

    private static long exact(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte
                ? number.longValue()
                : new BigDecimal(number.toString()).longValueExact();
    }

    /** The next version after one, or the first for null. */
    static Object nextVersion(ColumnAttribute column, @Nullable Object version, Clock clock) {
        return switch (version) {
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case Short number -> (short) (number + 1);
            case null, default -> firstVersion(column, clock);
        };
    }

    /** The version of a new row. */
    static Object firstVersion(ColumnAttribute column, Clock clock) {
        Class<?> type = column.type().javaType();
        if (type == Integer.class) {
            return 0;
        }
        if (type == Long.class) {
            return 0L;
        }
        if (type == Short.class) {
            return (short) 0;
        }
        return switch (column.type().storage()) {
            case TIMESTAMP -> LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            default -> clock.instant();
        };
    }
}
