package org.fetchwise.dialect;

import java.sql.SQLException;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** Compares JSON documents, for SQLite, which keeps them as text. */
final class SqliteDocuments {
    static final String CANONICAL = "FETCHWISE_JSON";
    static final String CONTAINS = "FETCHWISE_JSON_CONTAINS";

    private SqliteDocuments() {}

    static void register(SQLiteConnection connection) throws SQLException {
        Function.create(connection, CANONICAL, new Canonical(), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, CONTAINS, new Contains(), 2, Function.FLAG_DETERMINISTIC);
    }

    /** A text that equal documents have in common. */
    private static final class Canonical extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String document = value_text(0);
            if (document == null) {
                result();
            } else {
                result(JsonDocument.parse(document).toString());
            }
        }
    }

    private static final class Contains extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String document = value_text(0);
            String part = value_text(1);
            if (document == null || part == null) {
                result();
            } else {
                result(JsonDocument.parse(document).contains(JsonDocument.parse(part)) ? 1 : 0);
            }
        }
    }
}
