package org.fetchwise.jdbc;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Keeps a connection for several statements of a thread outside transactions. Safe for use by several threads. */
final class PinnedConnections {
    @SuppressWarnings("ThreadLocalUsage") // One for each source of connections: a thread may load from two databases.
    private final ThreadLocal<@Nullable Connection> pinned = new ThreadLocal<>();

    @Nullable
    Connection current() {
        return pinned.get();
    }

    void pin(Connection connection) {
        pinned.set(connection);
    }

    void unpin() {
        pinned.remove();
    }
}
