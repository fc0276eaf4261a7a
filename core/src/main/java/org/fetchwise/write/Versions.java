package org.fetchwise.write;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.fetchwise.meta.ColumnAttribute;
import org.jspecify.annotations.Nullable;

/** The values of versions. */
final class Versions {
    private Versions() {}

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
