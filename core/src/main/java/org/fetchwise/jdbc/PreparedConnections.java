package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.fetchwise.dialect.Dialect;

/**
 * Prepares each physical connection once, also one that a foreign pool has made and hides behind a proxy. Mutable, and safe
 * for use by several threads.
 */
final class PreparedConnections {
    private final Dialect dialect;
    private final Set<Connection> prepared =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    PreparedConnections(Dialect dialect) {
        this.dialect = dialect;
    }

    void ensure(Connection connection) throws SQLException {
        Connection physical = physical(connection);
        if (prepared.contains(physical)) {
            return;
        }
        dialect.prepare(connection);
        if (!dialect.preparesTransactionally() || connection.getAutoCommit()) {
            prepared.add(physical);
        }
    }

    /** Prepares a connection anew when it is used next: a failure has left its settings in doubt. */
    void forget(Connection connection) throws SQLException {
        prepared.remove(physical(connection));
    }

    private static Connection physical(Connection connection) throws SQLException {
        return connection.isWrapperFor(Connection.class) ? connection.unwrap(Connection.class) : connection;
    }
}
