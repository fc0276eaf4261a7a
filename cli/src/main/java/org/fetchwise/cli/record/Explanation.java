package org.fetchwise.cli.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.fetchwise.error.ExecutionException;

/** Asks a database how it runs a query, with the same values. */
final class Explanation {
    private Explanation() {}

    /**
     * {@return all that the database says, a line for each row; indexes that it only thought of are left out}
     *
     * @param statement what runs the query, on the connection that is asked
     * @param query the query with its values
     */
    static String of(Statement statement, QueryInfo query) {
        try {
            return ask(statement.getConnection(), query);
        } catch (SQLException | ReflectiveOperationException failure) {
            throw new ExecutionException("The database does not explain how it runs: " + query.getQuery(), failure);
        }
    }

    private static String ask(Connection connection, QueryInfo query)
            throws SQLException, ReflectiveOperationException {
        boolean isSqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
        try (PreparedStatement explain =
                connection.prepareStatement((isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + query.getQuery())) {
            for (List<ParameterSetOperation> values : query.getParametersList()) {
                for (ParameterSetOperation value : values) {
                    value.getMethod().invoke(explain, value.getArgs());
                }
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
