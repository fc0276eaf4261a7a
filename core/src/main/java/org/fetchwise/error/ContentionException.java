package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/**
 * Another transaction was in the way: a deadlock, a lock that did not become free in time, or an order of events that the
 * isolation does not allow. To run the whole block again may succeed; {@code TransactionOptions.retries} does so.
 */
public final class ContentionException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed, on what, and the way out
     */
    public ContentionException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what failed, on what, and the way out
     * @param cause what was caught, or null
     */
    public ContentionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
