package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * A feature that the database at hand lacks and that cannot be emulated there; named together with the database.
 */
public final class UnsupportedFeatureException extends QueryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public UnsupportedFeatureException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public UnsupportedFeatureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
