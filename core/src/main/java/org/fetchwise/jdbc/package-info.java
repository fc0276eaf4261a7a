/**
 * Statements on their way: {@link org.fetchwise.jdbc.JdbcExecutor} acquires a connection, prepares and binds a rendered
 * statement, hands its rows to a function and gives everything back in every case. {@link org.fetchwise.jdbc.Cursor} does
 * the same for rows that are read while the caller goes on.
 */
@NullMarked
package org.fetchwise.jdbc;

import org.jspecify.annotations.NullMarked;
