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
        /** There is no such table. */
        MISSING_TABLE,
        /** A table has no such column. */
        MISSING_COLUMN,
        /** There is a table of that name already. */
        TABLE_EXISTS,
        /** Two rows would have the same key, or the same values where a constraint forbids it. */
        NOT_UNIQUE,
        /** A foreign key would lead to no row. */
        MISSING_REFERENCE,
        /** A column that must have a value would be NULL. */
        NULL_NOT_ALLOWED,
        /** A row would break a check of its table. */
        CHECK_VIOLATED,
        /** A value does not fit its type or its column. */
        VALUE_OUT_OF_RANGE,
        /** Something was divided by zero. */
        DIVISION_BY_ZERO,
        /** A decimal has more digits than the database calculates with. */
        TOO_MANY_DIGITS,
        /** Another transaction holds what is needed, or two wait for each other. */
        LOCKED,
        /** The database, or the transaction, only reads. */
        READ_ONLY,
        /** The disk or the quota is full. */
        NO_SPACE,
        /** The statement took longer than it may, or was cancelled. */
        TIMEOUT,
        /** The server has no database of that name. */
        MISSING_DATABASE,
        /** The server does not accept the user or the password. */
        REFUSED_LOGIN,
        /** No server answers, or the database cannot be opened. */
        UNREACHABLE,
        /** All connections are in use. */
        NO_FREE_CONNECTION,
        /** Anything else. */
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
