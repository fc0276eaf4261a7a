package org.fetchwise.cli.guide;

import java.sql.SQLException;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.spi.ConnectionPoolProvider;

/**
 * A connection pool that is closed at the end: two handles work on it, one of them behind a recorder.
 *
 * @param connections the pool
 */
public record ConnectionPool(DataSource connections) implements AutoCloseable {
    /**
     * {@return a new pool}
     *
     * @param url the JDBC URL of the database, with user and password where it wants them
     * @throws SQLException if the database cannot be reached
     */
    public static ConnectionPool open(String url) throws SQLException {
        ConnectionPoolProvider provider = ServiceLoader.load(ConnectionPoolProvider.class)
                .findFirst()
                .orElseThrow(() -> new ExecutionException(
                        "There is no connection pool on the class path. Add org.fetchwise:fetchwise-hikari."));
        return new ConnectionPool(provider.open(url, null, null));
    }

    @Override
    public void close() {
        if (connections instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception failure) {
                throw new ExecutionException("The connection pool could not be closed.", failure);
            }
        }
    }
}
