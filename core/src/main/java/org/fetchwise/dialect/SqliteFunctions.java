package org.fetchwise.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.fetchwise.error.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** The functions that SQLite lacks, written in Java. Each instance is used by one connection, thus by one thread. */
final class SqliteFunctions {
    /** What the names of all of them begin with. */
    static final String PREFIX = "FETCHWISE_";

    private static final Map<String, String> HASHES = Map.of(
            "MD5", "MD5", "SHA1", "SHA-1", "SHA224", "SHA-224", "SHA256", "SHA-256", "SHA384", "SHA-384", "SHA512",
            "SHA-512");

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
            SqliteDocuments.register(sqlite);
            create(
                    sqlite,
                    "REVERSE",
                    1,
                    new Mapping(text -> new StringBuilder(text).reverse().toString()));
            HASHES.forEach((name, algorithm) -> createHash(sqlite, name, algorithm));
            create(sqlite, "LPAD", 3, new Padding(true));
            create(sqlite, "RPAD", 3, new Padding(false));
            create(sqlite, "REPEAT", 2, new Repeating());
            create(sqlite, "ROUND", 2, new Rounding());
            SqliteStatistics.register(sqlite);
            SqliteDecimals.register(sqlite);
            SqliteChanges.register(sqlite);
            Function.create(sqlite, "REGEXP", new Regexp(), 2, Function.FLAG_DETERMINISTIC);
        }
    }

    private static void createHash(SQLiteConnection connection, String name, String algorithm) {
        try {
            create(connection, name, 1, new Mapping(text -> hash(algorithm, text)));
        } catch (SQLException failure) {
            throw new ExecutionException("SQLite takes no function of the name " + PREFIX + name + ".", failure);
        }
    }

    private static void create(SQLiteConnection connection, String name, int arguments, Function function)
            throws SQLException {
        Function.create(connection, PREFIX + name, function, arguments, Function.FLAG_DETERMINISTIC);
    }

    private static boolean isRegistered(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM pragma_function_list WHERE name = 'regexp'")) {
            return rows.next();
        }
    }

    static String hash(String algorithm, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new ExecutionException("This Java has no " + algorithm + ".", missing);
        }
    }

    /** What a text becomes up to a length, counted in code points. */
    static String padded(String text, int length, String fill, boolean left) {
        int[] given = text.codePoints().toArray();
        int[] filling = fill.codePoints().toArray();
        if (given.length >= length || filling.length == 0) {
            return new String(given, 0, Math.clamp(length, 0, given.length));
        }
        StringBuilder more = new StringBuilder();
        for (int at = 0; at < length - given.length; at++) {
            more.appendCodePoint(filling[at % filling.length]);
        }
        return left ? more + text : text + more;
    }

    /** A text made of a text. */
    private static final class Mapping extends Function {
        private final UnaryOperator<String> mapping;

        Mapping(UnaryOperator<String> mapping) {
            this.mapping = mapping;
        }

        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(mapping.apply(text));
            }
        }
    }

    private static final class Padding extends Function {
        private final boolean left;

        Padding(boolean left) {
            this.left = left;
        }

        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            String length = value_text(1);
            String fill = value_text(2);
            if (text == null || length == null || fill == null) {
                result();
            } else {
                result(padded(text, value_int(1), fill, left));
            }
        }
    }

    private static final class Repeating extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            String times = value_text(1);
            if (text == null || times == null) {
                result();
            } else {
                result(text.repeat(Math.max(0, value_int(1))));
            }
        }
    }

    /** A decimal, which is kept as a binary number, rounded as if it were not. */
    private static final class Rounding extends Function {
        @Override
        protected void xFunc() throws SQLException {
            if (value_text(0) == null || value_text(1) == null) {
                result();
            } else {
                BigDecimal exact = BigDecimal.valueOf(value_double(0));
                result(exact.setScale(value_int(1), RoundingMode.HALF_UP).doubleValue());
            }
        }
    }

    /** {@code text REGEXP pattern}: whether the pattern is found in the text. */
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
