package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.fetchwise.spi.ConnectionSource;

/**
 * The connections of a {@code DataSource}. Safe for use by several threads.
 *
 * @param pool the source, which pools or not
 * @param owned what is closed together with this source, in order
 */
record PooledConnections(DataSource pool, List<AutoCloseable> owned) implements ConnectionSource {
    PooledConnections {
        owned = List.copyOf(owned);
    }

    @Override
    public Connection acquire() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void release(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void close() {
        IllegalStateException failure = null;
        for (AutoCloseable resource : owned) {
            try {
                resource.close();
            } catch (Exception closing) {
                if (failure == null) {
                    failure = new IllegalStateException("The connections could not be closed.");
                }
                failure.addSuppressed(closing);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
