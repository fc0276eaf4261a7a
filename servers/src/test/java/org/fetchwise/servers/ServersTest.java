package org.fetchwise.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServersTest {
    private final Servers servers = Servers.shared();

    @ParameterizedTest
    @EnumSource
    void newDatabase_answers(Engine engine) throws SQLException {
        try (var database = servers.newDatabase(engine, "answers");
                var connection = DriverManager.getConnection(database.url())) {
            assertThat(query(database, "select 1")).containsExactly("1");
            assertThat(connection.getMetaData().getDatabaseProductVersion())
                    .startsWith(
                            switch (engine) {
                                case H2 -> "2.";
                                case SQLITE -> "3.";
                                case POSTGRESQL -> "18.";
                                case MARIADB -> "11.4.";
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void newDatabase_sharesNothingWithAnother(Engine engine) throws SQLException {
        try (var first = servers.newDatabase(engine, "separate");
                var second = servers.newDatabase(engine, "separate")) {
            execute(first, "create table only_here (id int)");

            assertThat(query(first, "select count(*) from only_here")).containsExactly("0");
            assertThatThrownBy(() -> query(second, "select count(*) from only_here"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?is).*only_here.*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void newDatabase_comparesTextByCodePoint(Engine engine) throws SQLException {
        try (var database = servers.newDatabase(engine, "binary")) {
            execute(database, "create table words (word varchar(10))");
            execute(database, "insert into words values ('b'), ('B'), ('a'), ('Z'), ('\u00e9'), ('a ')");

            assertThat(query(database, "select word from words order by word"))
                    .containsExactly("B", "Z", "a", "a ", "b", "\u00e9");
            assertThat(query(database, "select word from words where word = 'a'"))
                    .containsExactly("a");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void newDatabase_takesAnotherCollation(Engine engine) throws SQLException {
        var swedish = new Collation(engine == Engine.POSTGRESQL ? "sv-SE" : "utf8mb4_swedish_ci");
        try (var database = servers.newDatabase(engine, "swedish", swedish)) {
            execute(database, "create table words (word varchar(10))");
            execute(database, "insert into words values ('\u00f6'), ('z'), ('O'), ('p')");

            assertThat(query(database, "select word from words order by word"))
                    .containsExactly("O", "p", "z", "\u00f6");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "SQLITE"})
    void newDatabase_refusesCollationWhereThereIsOnlyOne(Engine engine) {
        assertThatThrownBy(() -> servers.newDatabase(engine, "swedish", new Collation("sv-SE")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(engine.title()
                        + " databases compare by code point here; only PostgreSQL and MariaDB take another collation.");
    }

    @Test
    void newDatabase_refusesNameThatIsNoIdentifier() {
        assertThatThrownBy(() -> servers.newDatabase(Engine.H2, "x; drop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A database's name has 1 to 40 lower-case letters");
        assertThatThrownBy(() -> new Collation("sv'; drop")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void close_dropsDatabaseInSpiteOfOpenConnections(Engine engine) throws SQLException {
        var database = servers.newDatabase(engine, "dropped");
        execute(database, "create table gone (id int)");
        try (var open = DriverManager.getConnection(database.url())) {
            database.close();
            database.close();

            assertThat(open).isNotNull();
            switch (engine) {
                case H2 ->
                    assertThatThrownBy(() -> query(database, "select id from gone"))
                            .hasMessageContaining("not found");
                case SQLITE ->
                    assertThat(Path.of(database.url().substring("jdbc:sqlite:".length())))
                            .doesNotExist();
                case POSTGRESQL, MARIADB ->
                    assertThatThrownBy(() -> query(database, "select 1"))
                            .hasMessageMatching("(?s).*(does not exist|Unknown database).*");
            }
        }
    }

    @Test
    void url_ofSqlite_isOfFileInDirectoryOfTheRun() {
        try (var database = servers.newDatabase(Engine.SQLITE, "file")) {
            assertThat(Path.of(database.url().substring("jdbc:sqlite:".length()))
                            .getParent())
                    .matches(Files::isDirectory);
        }
    }

    private static void execute(TemporaryDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(TemporaryDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
