package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.spi.ConnectionSource;
import org.fetchwise.spi.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Lends connections that are prepared for use: that of the thread's transaction, or one from the source.
 *
 * @param source where connections come from outside transactions
 * @param transactions tells the connection of the thread's transaction
 * @param prepared prepares new ones
 * @param dialect says what failures mean
 * @param pinned the connections that threads keep for several statements outside transactions
 */
record Connections(
        ConnectionSource source,
        Transactions transactions,
        PreparedConnections prepared,
        Dialect dialect,
        PinnedConnections pinned) {
    /**
     * A connection on loan, given back by closing.
     *
     * @param connection the connection
     * @param source where it goes back to, or null if it belongs to the thread's transaction
     */
    record Loan(Connection connection, @Nullable ConnectionSource source) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            if (source != null) {
                source.release(connection);
            }
        }
    }

    Loan lend() throws SQLException {
        Connection current = current();
        Loan loan = current == null ? new Loan(acquire(), source) : new Loan(current, null);
        try {
            prepared.ensure(loan.connection());
            return loan;
        } catch (Throwable failure) {
            try {
                loan.close();
            } catch (SQLException releasing) {
                failure.addSuppressed(releasing);
            }
            throw failure;
        }
    }

    /** {@return a statement that takes no longer than the thread's transaction may} */
    PreparedStatement prepare(Loan loan, String text) throws SQLException {
        return limited(loan.connection().prepareStatement(text));
    }

    /** {@return a statement that keeps the keys that it makes, and takes no longer than the thread's transaction may} */
    PreparedStatement prepareKeeping(Loan loan, String text) throws SQLException {
        return limited(loan.connection().prepareStatement(text, Statement.RETURN_GENERATED_KEYS));
    }

    private PreparedStatement limited(PreparedStatement statement) throws SQLException {
        int seconds = transactions.secondsLeft();
        if (seconds > 0) {
            statement.setQueryTimeout(seconds);
        }
        return statement;
    }

    /** {@return the connection that the thread's statements use already, or null} */
    @Nullable
    Connection current() {
        Connection current = transactions.current();
        return current == null ? pinned.current() : current;
    }

    private Connection acquire() {
        try {
            return source.acquire();
        } catch (SQLException failure) {
            throw dialect.translateConnecting(failure);
        }
    }
}
