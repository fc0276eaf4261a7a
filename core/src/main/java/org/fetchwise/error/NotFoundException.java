package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * A query that must find one row found none.
 */
public final class NotFoundException extends FetchwiseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public NotFoundException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public NotFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
