package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * The database, or the way to it, failed while a statement ran. The cause is the driver's exception where there is one.
 */
public sealed class ExecutionException extends FetchwiseException
        permits UnreachableException,
                ConstraintException,
                ContentionException,
                ProtectedException,
                StaleObjectException,
                TransactionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public ExecutionException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public ExecutionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
