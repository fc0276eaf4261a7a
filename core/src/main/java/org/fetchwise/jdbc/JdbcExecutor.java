package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.error.TransactionException;
import org.fetchwise.meta.RowReader;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.ConnectionSource;
import org.fetchwise.spi.Origin;
import org.fetchwise.spi.Transactions;
import org.fetchwise.sql.Rendered;
import org.fetchwise.transaction.TransactionContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements: acquires a connection, or takes that of the thread's transaction, prepares and binds the statement, hands
 * over the rows, and gives everything back, also after a failure. Safe for use by several threads.
 */
public final class JdbcExecutor {
    private final Dialect dialect;
    private final Connections connections;
    private final Listeners listeners;

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
        this.connections = new Connections(
                source, transactions, new PreparedConnections(dialect), dialect, new PinnedConnections());
        this.listeners = listeners;
    }

    private JdbcExecutor(Dialect dialect, Connections connections, Listeners listeners) {
        this.dialect = dialect;
        this.connections = connections;
        this.listeners = listeners;
    }

    /**
     * {@return an executor over the same connections that tells others of its statements}
     *
     * @param others who is told of statements
     */
    public JdbcExecutor with(Listeners others) {
        return new JdbcExecutor(dialect, connections, others);
    }

    Connections connections() {
        return connections;
    }

    /** {@return which transaction the current thread is in} */
    public Transactions transactions() {
        return connections.transactions();
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
            Rendered statement,
            @Nullable Object[] slots,
            Cause cause,
            @Nullable Origin origin,
            RowFunction<R> function) {
        Observation observation = Observation.begin(listeners, statement.text(), cause, origin);
        long count = 0;
        boolean failed = true;
        try (Connections.Loan loan = connections.lend();
                PreparedStatement prepared = connections.prepare(loan, statement.text())) {
            dialect.bind(prepared, statement.placeholders(), slots);
            try (ResultSet rows = prepared.executeQuery()) {
                RowReader reader = dialect.reader(rows);
                R result = function.apply(reader);
                count = reader.count();
                failed = false;
                return result;
            }
        } catch (SQLException failure) {
            throw failed(failure, statement.text());
        } finally {
            if (observation != null) {
                observation.end(count, failed);
            }
        }
    }

    /** {@return whether the current thread has a connection already, by a transaction or by {@link #onOneConnection}} */
    public boolean hasConnection() {
        return connections.current() != null;
    }

    /**
     * Runs something all of whose statements use one connection, which is acquired before anything else happens.
     *
     * @param action what is run
     * @throws org.fetchwise.error.FetchwiseException if there is no connection to be had, or the action throws it
     */
    public void onOneConnection(Runnable action) {
        if (connections.current() != null) {
            action.run();
            return;
        }
        try (Connections.Loan loan = connections.lend()) {
            connections.pinned().pin(loan.connection());
            try {
                action.run();
            } finally {
                connections.pinned().unpin();
            }
        } catch (SQLException failure) {
            throw dialect.translate(failure, "");
        }
    }

    /**
     * Runs a query whose rows are read little by little.
     *
     * @param statement the query
     * @param slots its values in stored form
     * @param cause why it runs
     * @param origin the line that asked for it, or null to find it on the stack
     * @param fetchSize how many rows the driver takes from the server at a time, where it can
     * @return the rows, which the caller closes
     * @throws org.fetchwise.error.FetchwiseException if the database fails
     */
    public Cursor open(
            Rendered statement, @Nullable Object[] slots, Cause cause, @Nullable Origin origin, int fetchSize) {
        Observation observation = Observation.begin(listeners, statement.text(), cause, origin);
        OpenResult result = null;
        try {
            result = OpenResult.open(dialect, connections, statement, slots, fetchSize);
        } catch (SQLException failure) {
            throw failed(failure, statement.text());
        } finally {
            if (observation != null && result == null) {
                observation.end(0, true);
            }
        }
        return new Cursor(dialect, result, observation, origin == null ? Origin.caller() : origin);
    }

    /**
     * Runs a statement that changes rows.
     *
     * @param statement the statement
     * @param slots its values in stored form
     * @param cause why it runs
     * @param origin the line that asked for it, or null where that is not known
     * @return how many rows it concerned, also those that it left as they were
     * @throws org.fetchwise.error.FetchwiseException if the database fails, or the transaction must not write
     */
    public long write(Rendered statement, @Nullable Object[] slots, Cause cause, @Nullable Origin origin) {
        requireWriting();
        Observation observation = Observation.begin(listeners, statement.text(), cause, origin);
        long count = 0;
        boolean failed = true;
        try (Connections.Loan loan = connections.lend();
                PreparedStatement prepared = connections.prepare(loan, statement.text())) {
            dialect.bind(prepared, statement.placeholders(), slots);
            count = prepared.executeLargeUpdate();
            failed = false;
            return count;
        } catch (SQLException failure) {
            throw failed(failure, statement.text());
        } finally {
            if (observation != null) {
                observation.end(count, failed);
            }
        }
    }

    /**
     * Runs an INSERT on a database that gives nothing back but the keys that it has made.
     *
     * @param statement the statement
     * @param slots its values in stored form
     * @param cause why it runs
     * @param origin the line that asked for it, or null where that is not known
     * @param function makes something of the keys, one a row
     * @param <R> what is made
     * @return what was made
     * @throws org.fetchwise.error.FetchwiseException if the database fails, or the transaction must not write
     */
    public <R> R insert(
            Rendered statement,
            @Nullable Object[] slots,
            Cause cause,
            @Nullable Origin origin,
            RowFunction<R> function) {
        requireWriting();
        Observation observation = Observation.begin(listeners, statement.text(), cause, origin);
        long count = 0;
        boolean failed = true;
        try (Connections.Loan loan = connections.lend();
                PreparedStatement prepared = connections.prepareKeeping(loan, statement.text())) {
            dialect.bind(prepared, statement.placeholders(), slots);
            count = prepared.executeLargeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                R result = function.apply(dialect.reader(keys));
                failed = false;
                return result;
            }
        } catch (SQLException failure) {
            throw failed(failure, statement.text());
        } finally {
            if (observation != null) {
                observation.end(count, failed);
            }
        }
    }

    /**
     * Refuses to write in a transaction that only reads; not every database does so by itself.
     *
     * @throws TransactionException if the current thread is in such a transaction
     */
    public void requireWriting() {
        TransactionContext transaction = connections.transactions().context();
        if (transaction != null && transaction.isReadOnly()) {
            throw new TransactionException(
                    "This block is read-only, so it must not write. Write outside of it, or leave"
                            + " out forReading() in its options.");
        }
    }

    /**
     * Runs statements that have no result, such as CREATE TABLE, in order and on one connection.
     *
     * @param statements the statements
     * @param cause why they run
     * @throws org.fetchwise.error.FetchwiseException if the database fails; the statements before have had their effect
     */
    public void execute(List<String> statements, Cause cause) {
        try (Connections.Loan loan = connections.lend()) {
            try {
                for (String statement : statements) {
                    execute(loan.connection(), statement, cause);
                }
            } catch (FetchwiseException failure) {
                connections.prepared().forget(loan.connection());
                throw failure;
            }
        } catch (SQLException failure) {
            throw dialect.translate(failure, "");
        }
    }

    /**
     * Asks a connection what it knows of its database.
     *
     * @param function makes something of what the connection tells
     * @param <R> what is made
     * @return what was made
     * @throws org.fetchwise.error.FetchwiseException if the database fails
     */
    public <R> R inspect(ConnectionFunction<R> function) {
        try (Connections.Loan loan = connections.lend()) {
            return function.apply(loan.connection());
        } catch (SQLException failure) {
            throw failed(failure, "");
        }
    }

    private void execute(Connection connection, String text, Cause cause) {
        Observation observation = Observation.begin(listeners, text, cause, null);
        boolean failed = true;
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
            failed = false;
        } catch (SQLException failure) {
            throw failed(failure, text);
        } finally {
            if (observation != null) {
                observation.end(0, failed);
            }
        }
    }

    /** What a driver's exception means; the transaction of the thread takes note of it. */
    private FetchwiseException failed(SQLException failure, String text) {
        FetchwiseException translated = dialect.translate(failure, text);
        connections.transactions().failed(text, translated);
        return translated;
    }
}
