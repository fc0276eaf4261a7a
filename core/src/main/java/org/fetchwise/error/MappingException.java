package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * An entity class and its mapping do not fit each other, the generated code, or the use that is made of them.
 */
public final class MappingException extends FetchwiseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public MappingException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public MappingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
