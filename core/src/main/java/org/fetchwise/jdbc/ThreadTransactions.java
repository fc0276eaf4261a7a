package org.fetchwise.jdbc;

import java.sql.Connection;
import org.fetchwise.spi.Transactions;
import org.jspecify.annotations.Nullable;

/** Binds a connection to the current thread while its transaction runs. Safe for use by several threads. */
public final class ThreadTransactions implements Transactions {
    @SuppressWarnings("ThreadLocalUsage") // One for each handle: a thread may be in transactions of two databases.
    private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

    @Override
    public @Nullable Connection current() {
        return bound.get();
    }

    /**
     * Binds a connection to the current thread.
     *
     * @param connection the connection of the transaction that begins
     */
    public void bind(Connection connection) {
        if (bound.get() != null) {
            throw new IllegalStateException("The thread is in a transaction already.");
        }
        bound.set(connection);
    }

    /** Frees the current thread of its connection, which the caller then gives back. */
    public void unbind() {
        bound.remove();
    }
}
