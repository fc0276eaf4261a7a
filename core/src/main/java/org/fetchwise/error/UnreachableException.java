package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * No connection could be had: the server is not there, refuses the user or the password, or no pool is free.
 */
public final class UnreachableException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public UnreachableException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
