package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.meta.RowReader;
import org.fetchwise.sql.Rendered;
import org.jspecify.annotations.Nullable;

/** A running query whose rows are read little by little, with all that must be given back. Not thread-safe. */
final class OpenResult {
    private final String text;
    private final RowReader reader;
    private final Deque<Closing> closings;

    private OpenResult(String text, RowReader reader, Deque<Closing> closings) {
        this.text = text;
        this.reader = reader;
        this.closings = closings;
    }

    /** One thing to give back. */
    @FunctionalInterface
    private interface Closing {
        void close() throws SQLException;
    }

    static OpenResult open(
            Dialect dialect, Connections connections, Rendered statement, @Nullable Object[] slots, int fetchSize)
            throws SQLException {
        Deque<Closing> closings = new ArrayDeque<>();
        try {
            Connections.Loan loan = connections.lend();
            closings.push(loan::close);
            Connection connection = loan.connection();
            if (dialect.capabilities().streamsInTransaction() && connection.getAutoCommit()) {
                beginReading(connection, closings);
            }
            PreparedStatement prepared = connections.prepare(loan, statement.text());
            closings.push(prepared::close);
            prepared.setFetchSize(fetchSize);
            dialect.bind(prepared, statement.placeholders(), slots);
            ResultSet rows = prepared.executeQuery();
            closings.push(rows::close);
            return new OpenResult(statement.text(), dialect.reader(rows), closings);
        } catch (Throwable failure) {
            SQLException closing = close(closings);
            if (closing != null) {
                failure.addSuppressed(closing);
            }
            throw failure;
        }
    }

    /** Begins a transaction that writes nothing and is rolled back: each of its steps is undone, whichever of them fails. */
    private static void beginReading(Connection connection, Deque<Closing> closings) throws SQLException {
        boolean wasReadOnly = connection.isReadOnly();
        closings.push(() -> connection.setReadOnly(wasReadOnly));
        connection.setReadOnly(true);
        closings.push(() -> connection.setAutoCommit(true));
        connection.setAutoCommit(false);
        closings.push(connection::rollback);
    }

    String text() {
        return text;
    }

    RowReader reader() {
        return reader;
    }

    void close() throws SQLException {
        SQLException failure = close(closings);
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable SQLException close(Deque<Closing> closings) {
        SQLException first = null;
        while (!closings.isEmpty()) {
            try {
                closings.pop().close();
            } catch (SQLException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        return first;
    }
}
