package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * Rows cannot be deleted because others refer to them whose relation says PROTECT or RESTRICT. Nothing was deleted.
 */
public final class ProtectedException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public ProtectedException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public ProtectedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
