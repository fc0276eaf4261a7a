package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.meta.RowReader;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.ConnectionSource;
import org.fetchwise.spi.Origin;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.fetchwise.spi.Transactions;
import org.fetchwise.sql.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: acquires a connection, or takes that of the thread's transaction, prepares and binds the statement, hands
 * over the rows, and gives everything back, also after a failure. Safe for use by several threads.
 */
public final class JdbcExecutor {
    private final Dialect dialect;
    private final ConnectionSource source;
    private final Transactions transactions;
    private final Listeners listeners;
    private final PreparedConnections preparedConnections;

    /**
     * Creates an executor.
     *
     * @param dialect the database's dialect
     * @param source where connections come from outside transactions
     * @param transactions tells the connection of the thread's transaction
     * @param listeners who is told of statements
     */
    public JdbcExecutor(Dialect dialect, ConnectionSource source, Transactions transactions, Listeners listeners) {
        this.dialect = dialect;
        this.source = source;
        this.transactions = transactions;
        this.listeners = listeners;
        preparedConnections = new PreparedConnections(dialect);
    }

    /** {@return the dialect of the database that statements are run on} */
    public Dialect dialect() {
        return dialect;
    }

    /** {@return who is told of statements} */
    public Listeners listeners() {
        return listeners;
    }

    /**
     * Runs a query.
     *
     * @param statement the query
     * @param slots its values in stored form
     * @param cause why it runs
     * @param origin the line that asked for it, or null where that is not known
     * @param function makes something of the rows
     * @param <R> what is made
     * @return what was made
     * @throws org.fetchwise.error.FetchwiseException if the database fails
     */
    public <R> R read(
            Rendered statement, @Nullable Object[] slots, Cause cause, @Nullable Origin origin, RowFunction<R> function) {
        QueryListener listener = listeners.current();
        if (listener == null) {
            return run(statement, slots, function, null);
        }
        QueryStart start = new QueryStart(statement.text(), cause, origin);
        Count count = new Count();
        boolean failed = true;
        listener.started(start);
        long begun = System.nanoTime();
        try {
            R result = run(statement, slots, function, count);
            failed = false;
            return result;
        } finally {
            listener.finished(new QueryEnd(start, count.rows, System.nanoTime() - begun, failed));
        }
    }

    private <R> R run(
            Rendered statement, @Nullable Object[] slots, RowFunction<R> function, @Nullable Count count) {
        try {
            Connection connection = acquire();
            Throwable failure = null;
            try (PreparedStatement prepared = connection.prepareStatement(statement.text())) {
                dialect.bind(prepared, statement.placeholders(), slots);
                try (ResultSet rows = prepared.executeQuery()) {
                    RowReader reader = dialect.reader(rows);
                    R result = function.apply(reader);
                    if (count != null) {
                        count.rows = reader.count();
                    }
                    return result;
                }
            } catch (Throwable thrown) {
                failure = thrown;
                throw thrown;
            } finally {
                release(connection, failure);
            }
        } catch (SQLException failure) {
            throw dialect.translate(failure, statement.text());
        }
    }

    /**
     * Runs statements that have no result, such as CREATE TABLE, on one connection.
     *
     * @param statements the statements, in order
     * @param cause why they run
     * @throws org.fetchwise.error.FetchwiseException if the database fails; the statements before have had their effect
     */
    public void execute(Iterable<String> statements, Cause cause) {
        String current = "";
        try {
            Connection connection = acquire();
            Throwable failure = null;
            try {
                for (String statement : statements) {
                    current = statement;
                    execute(connection, statement, cause);
                }
            } catch (Throwable thrown) {
                failure = thrown;
                throw thrown;
            } finally {
                release(connection, failure);
            }
        } catch (SQLException failure) {
            throw dialect.translate(failure, current);
        }
    }

    private void execute(Connection connection, String statement, Cause cause) throws SQLException {
        QueryListener listener = listeners.current();
        QueryStart start = new QueryStart(statement, cause, null);
        boolean failed = true;
        if (listener != null) {
            listener.started(start);
        }
        long begun = System.nanoTime();
        try (var runner = connection.createStatement()) {
            runner.execute(statement);
            failed = false;
        } finally {
            if (listener != null) {
                listener.finished(new QueryEnd(start, 0, System.nanoTime() - begun, failed));
            }
        }
    }

    private Connection acquire() throws SQLException {
        Connection connection = transactions.current();
        if (connection == null) {
            connection = source.acquire();
        }
        try {
            preparedConnections.ensure(connection);
        } catch (Throwable failure) {
            release(connection, failure);
            throw failure;
        }
        return connection;
    }

    private void release(Connection connection, @Nullable Throwable failure) throws SQLException {
        if (connection == transactions.current()) {
            return;
        }
        try {
            source.release(connection);
        } catch (SQLException releasing) {
            if (failure == null) {
                throw releasing;
            }
            failure.addSuppressed(releasing);
        }
    }

    /** How many rows a statement gave. */
    private static final class Count {
        private long rows;
    }
}
