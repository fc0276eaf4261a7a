package org.fetchwise.spi;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from, and where they go back to. Safe for use by several threads. */
public interface ConnectionSource extends AutoCloseable {
    /**
     * {@return a connection that the caller uses alone until it gives it back}
     *
     * @throws SQLException if there is none to be had
     */
    Connection acquire() throws SQLException;

    /**
     * Takes a connection back, from any thread.
     *
     * @param connection what {@link #acquire()} returned
     * @throws SQLException if the driver fails
     */
    void release(Connection connection) throws SQLException;

    /** Closes what this source itself has opened: nothing, unless it says so. */
    @Override
    default void close() {}
}
