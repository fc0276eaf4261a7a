package org.fetchwise.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.Listeners;
import org.fetchwise.jdbc.ThreadTransactions;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.ConnectionSource;
import org.fetchwise.sql.Select;
import org.jspecify.annotations.Nullable;

/** An empty database of a real server for one test, with an executor that counts the connections on loan. */
public final class RealDatabase implements ConnectionSource {
    private final TemporaryDatabase database;
    private final Connection keepAlive;
    private final Dialect dialect;
    private final AtomicInteger onLoan = new AtomicInteger();
    private final ThreadTransactions transactions = new ThreadTransactions();
    private final Listeners listeners = new Listeners();
    private final JdbcExecutor executor;

    private RealDatabase(TemporaryDatabase database, Connection keepAlive) {
        this.database = database;
        this.keepAlive = keepAlive;
        this.dialect = Dialects.of(database.url());
        this.executor = new JdbcExecutor(dialect, this, transactions, listeners);
    }

    /** {@return a new database, which the caller closes} */
    public static RealDatabase open(Engine engine) {
        TemporaryDatabase database = Servers.shared().newDatabase(engine, "dialect");
        try {
            return new RealDatabase(database, DriverManager.getConnection(database.url()));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public Connection acquire() throws SQLException {
        Connection connection = DriverManager.getConnection(database.url());
        onLoan.incrementAndGet();
        return connection;
    }

    @Override
    public void release(Connection connection) throws SQLException {
        onLoan.decrementAndGet();
        connection.close();
    }

    @Override
    public void close() {
        try {
            keepAlive.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            database.close();
        }
    }

    public String url() {
        return database.url();
    }

    public Dialect dialect() {
        return dialect;
    }

    public JdbcExecutor executor() {
        return executor;
    }

    public ThreadTransactions transactions() {
        return transactions;
    }

    public Listeners listeners() {
        return listeners;
    }

    /** {@return how many connections were acquired and not given back} */
    public int onLoan() {
        return onLoan.get();
    }

    /** Runs statements without a result. */
    public void execute(String... statements) {
        executor.execute(List.of(statements), new Cause.Raw());
    }

    /** Inserts a row of values in stored form. */
    public void insert(String table, List<ColumnAttribute> columns, List<? extends @Nullable Object> values)
            throws SQLException {
        String names =
                columns.stream().map(column -> dialect.quote(column.column())).collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String text = "INSERT INTO " + dialect.quote(table) + " (" + names + ") VALUES (" + marks + ")";
        Connection connection = acquire();
        try (var statement = connection.prepareStatement(text)) {
            dialect.prepare(connection);
            ParameterWriter writer = dialect.parameters(statement);
            for (int at = 0; at < columns.size(); at++) {
                writer.bind(at + 1, columns.get(at).type().storage(), values.get(at));
            }
            statement.executeUpdate();
        } finally {
            release(connection);
        }
    }

    /** {@return the values of a query, row by row, as the columns' types read them} */
    public List<List<@Nullable Object>> rows(Select select, List<ColumnAttribute> columns, @Nullable Object... slots) {
        return executor.read(dialect.render(select), slots, new Cause.Raw(), null, reader -> {
            List<List<@Nullable Object>> all = new ArrayList<>();
            while (reader.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int at = 0; at < columns.size(); at++) {
                    row.add(columns.get(at).type().read(reader, at + 1));
                }
                all.add(row);
            }
            return all;
        });
    }

    /** {@return the values of a query's only column, a whole number} */
    public List<@Nullable Long> longs(Select select, @Nullable Object... slots) {
        return executor.read(dialect.render(select), slots, new Cause.Raw(), null, reader -> {
            List<@Nullable Long> all = new ArrayList<>();
            while (reader.next()) {
                all.add(reader.longOrNull(1));
            }
            return all;
        });
    }
}
