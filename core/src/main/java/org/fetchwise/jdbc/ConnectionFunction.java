package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes something of what a connection tells.
 *
 * @param <R> what is made
 */
@FunctionalInterface
public interface ConnectionFunction<R> {
    /**
     * {@return what is made}
     *
     * @param connection the connection, which the caller gives back
     * @throws SQLException if the database fails
     */
    R apply(Connection connection) throws SQLException;
}
