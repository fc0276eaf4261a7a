package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver's exception means.
 *
 * @param kind the kind of failure
 * @param name the table, column or constraint concerned where the driver tells it, or null; never a value
 * @param columns the columns of the constraint concerned, empty where the driver does not tell them
 */
public record Failure(Kind kind, @Nullable String name, List<String> columns) {
    /** The kinds of failure that have a way out of their own. */
    public enum Kind {
        MISSING_TABLE,
        MISSING_COLUMN,
        TABLE_EXISTS,
        NOT_UNIQUE,
        MISSING_REFERENCE,
        NULL_NOT_ALLOWED,
        CHECK_VIOLATED,
        VALUE_OUT_OF_RANGE,
        DIVISION_BY_ZERO,
        TOO_MANY_DIGITS,
        LOCKED,
        READ_ONLY,
        NO_SPACE,
        TIMEOUT,
        MISSING_DATABASE,
        REFUSED_LOGIN,
        UNREACHABLE,
        NO_FREE_CONNECTION,
        OTHER
    }

    public Failure {
        columns = List.copyOf(columns);
    }

    /**
     * Creates a failure without columns.
     *
     * @param kind its kind
     * @param name the table, column or constraint concerned where the driver tells it, or null; never a value
     */
    public Failure(Kind kind, @Nullable String name) {
        this(kind, name, List.of());
    }

    /**
     * {@return a failure of a constraint}
     *
     * @param kind its kind
     * @param name the constraint's name, or null
     * @param columns the names of its columns, separated by commas, perhaps in quotes and behind that of their table; or null
     */
    static Failure of(Kind kind, @Nullable String name, @Nullable String columns) {
        if (columns == null) {
            return new Failure(kind, name);
        }
        List<String> names = new ArrayList<>();
        for (String column : columns.split(",", -1)) {
            String plain = column.strip().split(" ", 2)[0].replace("\"", "");
            names.add(plain.substring(plain.lastIndexOf('.') + 1));
        }
        return new Failure(kind, name, names);
    }

    /**
     * {@return a failure about which nothing more is known}
     *
     * @param kind its kind
     */
    public static Failure of(Kind kind) {
        return new Failure(kind, null);
    }
}
