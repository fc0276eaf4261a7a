package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * A relation or a deferred column was touched that may not be loaded now: its fetch mode refuses it, or its row is gone.
 */
public final class LazyLoadException extends FetchwiseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public LazyLoadException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public LazyLoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
