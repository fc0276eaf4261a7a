package org.fetchwise.blackbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fetchwise.servers.TemporaryDatabase;

/**
 * Makes a database as it was when its tables had just been created: no table has a row, and keys begin anew. To create the tables
 * takes ten times as long.
 */
final class EmptyTables {
    private EmptyTables() {}

    static void in(TemporaryDatabase place) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.url());
                Statement statement = connection.createStatement()) {
            switch (place.engine()) {
                case H2 -> h2(statement);
                case SQLITE -> sqlite(statement);
                case POSTGRESQL -> postgreSql(statement);
                case MARIADB -> mariaDb(statement);
            }
        }
    }

    private static void h2(Statement statement) throws SQLException {
        statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
        each(statement, """
            SELECT 'TRUNCATE TABLE "' || table_name || '" RESTART IDENTITY' FROM information_schema.tables
            WHERE table_schema = 'PUBLIC'
            UNION ALL SELECT 'ALTER SEQUENCE "' || sequence_name || '" RESTART' FROM information_schema.sequences
            WHERE sequence_schema = 'PUBLIC'\
            """);
        statement.execute("SET REFERENTIAL_INTEGRITY TRUE");
    }

    private static void sqlite(Statement statement) throws SQLException {
        statement.execute("PRAGMA foreign_keys = OFF");
        statement.execute("BEGIN");
        each(statement, "SELECT 'DELETE FROM \"' || name || '\"' FROM sqlite_master WHERE type = 'table'");
        statement.execute("COMMIT");
    }

    private static void postgreSql(Statement statement) throws SQLException {
        statement.execute("SET session_replication_role = replica");
        List<String> tables = texts(
                statement,
                "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
        delete(statement, tables, '"');
        statement.execute("""
            SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false) FROM pg_sequences
            WHERE last_value IS NOT NULL\
            """);
    }

    private static void mariaDb(Statement statement) throws SQLException {
        statement.execute("SET FOREIGN_KEY_CHECKS = 0");
        String ours = " FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = ";
        delete(statement, texts(statement, "SELECT table_name" + ours + "'BASE TABLE'"), '`');
        each(
                statement,
                "SELECT CONCAT('ALTER TABLE `', table_name, '` AUTO_INCREMENT = 1')" + ours
                        + "'BASE TABLE' AND auto_increment > 1");
        each(statement, "SELECT CONCAT('ALTER SEQUENCE `', table_name, '` RESTART')" + ours + "'SEQUENCE'");
    }

    /** Deletes the rows of those tables that have any, which one query tells. */
    private static void delete(Statement statement, List<String> tables, char quote) throws SQLException {
        String filled = tables.stream()
                .map(table -> "SELECT '" + table + "' WHERE EXISTS (SELECT 1 FROM " + quote + table + quote + ")")
                .collect(Collectors.joining(" UNION ALL "));
        for (String table : texts(statement, filled)) {
            statement.execute("DELETE FROM " + quote + table + quote);
        }
    }

    /** Runs the statements that a query gives. */
    private static void each(Statement statement, String query) throws SQLException {
        for (String text : texts(statement, query)) {
            statement.execute(text);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
