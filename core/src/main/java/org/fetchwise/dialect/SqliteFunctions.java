package org.fetchwise.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.fetchwise.error.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** The functions that SQLite lacks, written in Java. The only class that names SQLite's driver. */
final class SqliteFunctions {
    private SqliteFunctions() {}

    /** Registers what is not there yet: SQLite refuses to replace a function while a statement of the connection runs. */
    static void register(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(SQLiteConnection.class)) {
            throw new ExecutionException(
                    "The connection to SQLite does not come from the driver org.xerial:sqlite-jdbc, and "
                            + "hides it if it does. Use that driver; let wrappers of connections answer unwrap.");
        }
        if (!isRegistered(connection)) {
            SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
            SqliteTimes.register(sqlite);
            Function.create(sqlite, "REGEXP", new Regexp(), 2, Function.FLAG_DETERMINISTIC);
        }
    }

    private static boolean isRegistered(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM pragma_function_list WHERE name = 'regexp'")) {
            return rows.next();
        }
    }

    /** {@code text REGEXP pattern}: whether the pattern is found in the text. Used by one connection, thus by one thread. */
    private static final class Regexp extends Function {
        private @Nullable Pattern last;

        @Override
        protected void xFunc() throws SQLException {
            String pattern = value_text(0);
            String text = value_text(1);
            if (pattern == null || text == null) {
                result();
            } else {
                result(compiled(pattern).matcher(text).find() ? 1 : 0);
            }
        }

        /** A statement asks for the same pattern for each row. */
        private Pattern compiled(String pattern) {
            Pattern compiled = last;
            if (compiled == null || !compiled.pattern().equals(pattern)) {
                compiled = Pattern.compile(pattern);
                last = compiled;
            }
            return compiled;
        }
    }
}
