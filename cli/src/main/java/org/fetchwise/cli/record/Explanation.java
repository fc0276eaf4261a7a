package org.fetchwise.cli.record;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Asks a database how it runs a prepared query, with the same values. Mutable; serves one thread. */
final class Explanation {
    private final Connection connection;
    private final String statement;
    private final List<Setting> settings = new ArrayList<>();

    /** A call that binds a value or sets how the statement is run. */
    @FunctionalInterface
    private interface Setting {
        void repeatOn(PreparedStatement other) throws Throwable;
    }

    Explanation(Connection connection, String statement) {
        this.connection = connection;
        this.statement = statement;
    }

    String statement() {
        return statement;
    }

    void bound(Method method, Object @Nullable [] arguments) {
        settings.add(other -> Recorder.call(other, method, arguments));
    }

    /** {@return all that the database says, a line for each row; indexes that it only thought of are left out} */
    String ask() throws Throwable {
        boolean isSqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
        try (PreparedStatement explain =
                connection.prepareStatement((isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + statement)) {
            for (Setting setting : settings) {
                setting.repeatOn(explain);
            }
            try (ResultSet rows = explain.executeQuery()) {
                return text(rows);
            }
        }
    }

    private static String text(ResultSet rows) throws SQLException {
        StringJoiner text = new StringJoiner("\n");
        while (rows.next()) {
            StringJoiner line = new StringJoiner(" ");
            for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
                if (!rows.getMetaData().getColumnLabel(at).equalsIgnoreCase("possible_keys")) {
                    line.add(String.valueOf(rows.getString(at)));
                }
            }
            text.add(line.toString());
        }
        return text.toString();
    }
}
