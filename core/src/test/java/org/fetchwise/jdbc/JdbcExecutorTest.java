package org.fetchwise.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fetchwise.dialect.Trees.ID;
import static org.fetchwise.dialect.Trees.ordered;
import static org.fetchwise.dialect.Trees.parameter;
import static org.fetchwise.dialect.Trees.select;
import static org.fetchwise.dialect.Trees.where;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.dialect.RealDatabase;
import org.fetchwise.dialect.Trees;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.UnreachableException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.schema.Schema;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.ConnectionSource;
import org.fetchwise.spi.Origin;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.transaction.TransactionOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcExecutorTest {
    private static final Cause CAUSE = new Cause.Terminal("list");
    private static final Object[] NOTHING = {};
    private static final Select KEYS = ordered(select(ID), new SortKey(ID, false, SortKey.Nulls.DEFAULT));

    /** Writes down what it is told. */
    private static final class Recorder implements QueryListener {
        private final List<QueryStart> starts = new ArrayList<>();
        private final List<QueryEnd> ends = new ArrayList<>();

        @Override
        public void started(QueryStart start) {
            starts.add(start);
        }

        @Override
        public void finished(QueryEnd end) {
            ends.add(end);
        }
    }

    private static RealDatabase withBooks(Engine engine, int count) throws SQLException {
        RealDatabase database = RealDatabase.open(engine);
        List<ColumnAttribute> columns = List.of(Trees.ID_COLUMN);
        new Schema(database.executor(), List.of(Trees.entity("book", columns, List.of(), List.of()))).create();
        for (long id = 1; id <= count; id++) {
            database.insert("book", columns, List.of(id));
        }
        return database;
    }

    private static Rendered keys(RealDatabase database) {
        return database.dialect().render(KEYS);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void connection_isGivenBack_whateverFails(Engine engine) throws SQLException {
        try (RealDatabase database = withBooks(engine, 1)) {
            JdbcExecutor executor = database.executor();
            assertThat(database.longs(KEYS)).containsExactly(1L);
            assertThat(database.onLoan()).isZero();
            assertThatThrownBy(() -> executor.read(keys(database), NOTHING, CAUSE, null, rows -> {
                        throw new IllegalStateException("reading");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(database.onLoan()).isZero();
            assertThatThrownBy(() -> executor.read(keys(database), NOTHING, CAUSE, null, rows -> rows.longAt(99)))
                    .isInstanceOf(ExecutionException.class);
            assertThat(database.onLoan()).isZero();
            Rendered bound = database.dialect().render(where(KEYS, Trees.equal(ID, parameter(0, StorageType.BIGINT))));
            assertThatThrownBy(() -> executor.read(bound, new Object[] {"text"}, CAUSE, null, rows -> 0))
                    .isInstanceOf(ClassCastException.class);
            assertThat(database.onLoan()).isZero();
            assertThatThrownBy(() -> executor.open(bound, new Object[] {"text"}, CAUSE, null, 10))
                    .isInstanceOf(ClassCastException.class);
            assertThat(database.onLoan()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void cursor_readsWhileTheCallerGoesOn_andLeavesTheConnectionAsItWas(Engine engine) throws SQLException {
        try (RealDatabase database = withBooks(engine, 25)) {
            try (Connection single = database.acquire()) {
                long sum = 0;
                try (Cursor cursor = executorOn(database, single).open(keys(database), NOTHING, CAUSE, null, 10)) {
                    while (cursor.reader().next()) {
                        sum += cursor.reader().longAt(1);
                    }
                }
                assertThat(sum).isEqualTo(325);
                assertThat(single.getAutoCommit()).isTrue();
                assertThat(single.isReadOnly()).isFalse();
                assertThat(executorOn(database, single)
                                .<Boolean>read(keys(database), NOTHING, CAUSE, null, rows -> rows.next()))
                        .isTrue();
            }
        }
    }

    private static JdbcExecutor executorOn(RealDatabase database, Connection single) {
        ConnectionSource source = new ConnectionSource() {
            @Override
            public Connection acquire() {
                return single;
            }

            @Override
            public void release(Connection connection) {}
        };
        return new JdbcExecutor(database.dialect(), source, new ThreadTransactions(), new Listeners());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void transaction_isJoined_andItsConnectionKept(Engine engine) throws SQLException {
        try (RealDatabase database = withBooks(engine, 0)) {
            TransactionBlocks blocks = new TransactionBlocks(database.executor(), database.transactions());
            blocks.run(TransactionOptions.STANDARD, () -> {
                database.execute("INSERT INTO " + database.dialect().quote("book") + " VALUES (7)");
                assertThat(database.longs(KEYS)).containsExactly(7L);
                try (Cursor cursor = database.executor().open(keys(database), NOTHING, CAUSE, null, 10)) {
                    assertThat(read(cursor)).isTrue();
                }
                assertThat(database.longs(KEYS)).containsExactly(7L);
                assertThat(database.onLoan()).isEqualTo(1);
                Objects.requireNonNull(blocks.current()).rollBackOnly();
                return database;
            });
            assertThat(database.onLoan()).isZero();
            assertThat(database.longs(KEYS)).isEmpty();
        }
    }

    private static boolean read(Cursor cursor) {
        try {
            return cursor.reader().next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void connections_arePreparedOnce(Engine engine) throws SQLException {
        try (RealDatabase database = withBooks(engine, 1);
                Connection single = database.acquire()) {
            JdbcExecutor executor = executorOn(database, single);
            executor.read(keys(database), NOTHING, CAUSE, null, rows -> rows.next());
            try (var statement = single.createStatement()) {
                spoil(engine, statement);
            }
            executor.read(keys(database), NOTHING, CAUSE, null, rows -> rows.next());
            assertThat(setting(engine, single)).isEqualTo("spoilt");
        }
    }

    /** Undoes a part of the preparation, so that a second one would be seen. */
    private static void spoil(Engine engine, Statement statement) throws SQLException {
        statement.execute(
                switch (engine) {
                    case SQLITE -> "PRAGMA foreign_keys = OFF";
                    case MARIADB -> "SET time_zone = '+03:00'";
                    case POSTGRESQL, H2 -> "SET TIME ZONE '+03:00'";
                });
    }

    private static String setting(Engine engine, Connection connection) throws SQLException {
        String query = switch (engine) {
            case SQLITE -> "PRAGMA foreign_keys";
            case MARIADB -> "SELECT @@time_zone";
            case POSTGRESQL -> "SHOW TIME ZONE";
            case H2 -> "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'TIME ZONE'";
        };
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            String value = rows.getString(1);
            return value.equals("0") || value.contains("3") ? "spoilt" : value;
        }
    }

    @Test
    void listener_isToldOfTheStatement_itsCause_rowsAndTime() throws SQLException {
        try (RealDatabase database = withBooks(Engine.H2, 3)) {
            Recorder recorder = new Recorder();
            database.listeners().add(recorder);
            Origin origin = new Origin("Shop", "show", "Shop.java", 12);
            database.executor().read(keys(database), NOTHING, CAUSE, origin, rows -> {
                while (rows.next()) {
                    assertThat(recorder.ends).isEmpty();
                }
                return 0;
            });
            QueryStart start = new QueryStart(keys(database).text(), CAUSE, origin);
            assertThat(recorder.starts).containsExactly(start);
            assertThat(recorder.ends).singleElement().satisfies(end -> {
                assertThat(end.start()).isEqualTo(start);
                assertThat(end.rows()).isEqualTo(3);
                assertThat(end.nanos()).isPositive();
                assertThat(end.failed()).isFalse();
            });
        }
    }

    @Test
    void listener_isToldOfFailures_ofStreams_andNoLongerWhenRemoved() throws SQLException {
        try (RealDatabase database = withBooks(Engine.H2, 2)) {
            Recorder first = new Recorder();
            Recorder second = new Recorder();
            database.listeners().add(first);
            database.listeners().add(second);
            try (Cursor cursor = database.executor().open(keys(database), NOTHING, CAUSE, null, 10)) {
                cursor.reader().next();
                assertThat(first.ends).isEmpty();
            }
            assertThat(first.ends).extracting(QueryEnd::rows, QueryEnd::failed).containsExactly(tuple(1L, false));
            database.listeners().remove(first);
            database.execute("DROP TABLE \"book\"");
            assertThatThrownBy(() -> database.longs(KEYS)).isInstanceOf(ExecutionException.class);
            assertThatThrownBy(() -> database.executor().open(keys(database), NOTHING, CAUSE, null, 10))
                    .isInstanceOf(ExecutionException.class);
            assertThat(first.ends).hasSize(1);
            assertThat(second.ends).extracting(QueryEnd::failed).containsExactly(false, false, true, true);
            database.listeners().remove(second);
            assertThat(database.listeners().current()).isNull();
        }
    }

    @Test
    void source_thatHasNoConnection_isToldAsSuch() throws SQLException {
        try (RealDatabase database = withBooks(Engine.H2, 0)) {
            ConnectionSource empty = new ConnectionSource() {
                @Override
                public Connection acquire() throws SQLException {
                    throw new SQLTransientConnectionException("nothing free");
                }

                @Override
                public void release(Connection connection) {
                    throw new AssertionError("nothing was acquired");
                }
            };
            JdbcExecutor executor =
                    new JdbcExecutor(database.dialect(), empty, new ThreadTransactions(), new Listeners());
            assertThatThrownBy(() -> executor.read(keys(database), NOTHING, CAUSE, null, rows -> 0))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("became free");
        }
    }
}
