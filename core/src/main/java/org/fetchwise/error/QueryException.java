package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * A query is wrong: found while it was built or compiled, before any statement was sent.
 */
public sealed class QueryException extends FetchwiseException permits UnsupportedFeatureException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public QueryException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public QueryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
