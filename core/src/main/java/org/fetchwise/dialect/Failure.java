package org.fetchwise.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What a driver's exception means.
 *
 * @param kind the kind of failure
 * @param name the table, column or constraint concerned where the driver tells it, or null; never a value
 */
public record Failure(Kind kind, @Nullable String name) {
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
        LOCKED,
        TIMEOUT,
        MISSING_DATABASE,
        REFUSED_LOGIN,
        UNREACHABLE,
        NO_FREE_CONNECTION,
        OTHER
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
