package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.dialect.Trees.ID;
import static org.fetchwise.dialect.Trees.TITLE;
import static org.fetchwise.dialect.Trees.select;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.error.UnreachableException;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTranslationTest {
    private static final String SECRET = "s3cret-value";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void missingTable_isNamed_withTheStatementAndTheWayOut(Engine engine) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            assertThatThrownBy(() -> database.longs(select(ID)))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining(database.dialect().name())
                    .hasMessageContaining("no table '")
                    .hasMessageContaining("book'")
                    .hasMessageContaining("db.schema().create()")
                    .hasMessageContaining("in statement: SELECT")
                    .hasCauseInstanceOf(SQLException.class);
            assertThat(database.onLoan()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void missingColumn_isNamed(Engine engine) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            database.execute("CREATE TABLE " + quoted(database, "book") + " (" + quoted(database, "id") + " BIGINT)");
            assertThatThrownBy(() -> database.longs(select(TITLE)))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no column '")
                    .hasMessageContaining("title'")
                    .hasMessageContaining("@Column");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void existingTable_isNamed(Engine engine) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            String create = "CREATE TABLE " + quoted(database, "book") + " (" + quoted(database, "id") + " BIGINT)";
            database.execute(create);
            assertThatThrownBy(() -> database.execute(create))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("book")
                    .hasMessageContaining("exists already");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void constraints_areTold_withoutValues(Engine engine) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            database.execute(
                    "CREATE TABLE parent (id INTEGER NOT NULL PRIMARY KEY)",
                    "CREATE TABLE child (name VARCHAR(20) NOT NULL, parent_id INTEGER, CONSTRAINT uq_name UNIQUE (name), "
                            + "CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES parent (id), "
                            + "CONSTRAINT positive CHECK (parent_id > 0))",
                    "INSERT INTO parent VALUES (1)",
                    "INSERT INTO child VALUES ('" + SECRET + "', 1)");
            assertRefused(database, "INSERT INTO child VALUES ('" + SECRET + "', 1)", "unique constraint");
            assertRefused(database, "INSERT INTO child VALUES ('" + SECRET + "2', 7)", "foreign key");
            assertRefused(database, "DELETE FROM parent", "foreign key");
            assertRefused(database, "INSERT INTO child VALUES (NULL, 1)", "must not be NULL");
            assertRefused(database, "INSERT INTO child VALUES ('" + SECRET + "3', -1)", "check constraint");
            assertThat(database.onLoan()).isZero();
        }
    }

    private static void assertRefused(RealDatabase database, String statement, String reason) {
        try (var connection = DriverManager.getConnection(database.url());
                var runner = connection.createStatement()) {
            database.dialect().prepare(connection);
            assertThatThrownBy(() -> runner.executeUpdate(statement))
                    .isInstanceOfSatisfying(SQLException.class, failure -> {
                        FetchwiseException translated = database.dialect().translate(failure, "INSERT …");
                        assertThat(translated)
                                .isInstanceOf(ExecutionException.class)
                                .hasMessageContaining(reason)
                                .hasMessageNotContaining(SECRET)
                                .hasCause(failure);
                    });
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"MARIADB", "H2"})
    void wrongPassword_isToldAsSuch(Engine engine) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            assertThat(refusal(database.dialect(), database.url(), "nobody", SECRET))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("refuses the user or the password")
                    .hasMessageNotContaining(SECRET);
        }
    }

    /** The server of the tests trusts everybody, but no user that does not exist. */
    @Test
    void unknownUser_isToldAsSuch_byPostgreSql() {
        try (RealDatabase database = RealDatabase.open(Engine.POSTGRESQL)) {
            String url = database.url().replaceFirst("\\?.*", "");
            assertThat(refusal(database.dialect(), url, "nobody", SECRET))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("refuses the user or the password")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://localhost:%d/x", "jdbc:mariadb://localhost:%d/x", "jdbc:h2:tcp://localhost:%d/mem:x"
    })
    void unreachableServer_isToldAsSuch(String url) throws IOException {
        assertThat(refusal(Dialects.of(url), String.format(url, freePort()), "nobody", SECRET))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("host, port");
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"POSTGRESQL", "MARIADB"})
    void missingDatabase_isNamed(Engine engine) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            String url = database.url().replaceFirst("(//[^/]+/)[^?]+", "$1atlantis");
            assertThat(refusal(database.dialect(), url, null, null))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("no database 'atlantis'");
        }
    }

    @Test
    void missingFile_isToldBySqliteAndH2() {
        assertThat(refusal(new SqliteDialect(), "jdbc:sqlite:/no/such/directory/file.db", null, null))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("cannot be opened");
        assertThat(refusal(new H2Dialect(), "jdbc:h2:mem:atlantis;IFEXISTS=TRUE", null, null))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("no database");
    }

    @Test
    void poolThatWaitedInVain_tellsWhatTheDriverSaidLast() {
        SQLException refused = new SQLException("password authentication failed", "28P01");
        assertThat(new PostgreSqlDialect()
                        .translate(new SQLTransientConnectionException("timeout", "28P01", refused), ""))
                .hasMessageContaining("refuses the user");
        assertThat(new PostgreSqlDialect().translate(new SQLTransientConnectionException("timeout"), ""))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("became free in time");
    }

    @Test
    void unknownProduct_isNamed_withThoseThatAreKnown() {
        assertThatThrownBy(() -> Dialects.of("jdbc:oracle:thin:scott/tiger@x"))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("'oracle'")
                .hasMessageContaining("PostgreSQL, MariaDB")
                .hasMessageNotContaining("tiger");
    }

    private static FetchwiseException refusal(
            Dialect dialect, String url, @Nullable String user, @Nullable String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            throw new AssertionError("connected to " + connection.getMetaData().getURL());
        } catch (SQLException failure) {
            return dialect.translate(failure, "");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String quoted(RealDatabase database, String name) {
        return database.dialect().quote(name);
    }
}
