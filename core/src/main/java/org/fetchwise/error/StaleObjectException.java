package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * A row has been changed or deleted since its object was read: the version in the row is another one. Nothing was written.
 */
public final class StaleObjectException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public StaleObjectException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public StaleObjectException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
