package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * A transaction cannot go on, or may not be used like this: a statement has failed in it, its time is over, or another thread has it.
 */
public final class TransactionException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public TransactionException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public TransactionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
