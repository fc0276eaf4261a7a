package org.fetchwise.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.fetchwise.error.ExecutionException;

/** Finds the dialect of a database. */
public final class Dialects {
    private Dialects() {}

    /**
     * {@return the dialect of the database that a connection leads to}
     *
     * @param database what the connection says about it
     * @throws SQLException if the connection does not say
     * @throws ExecutionException if no dialect knows the product
     */
    public static Dialect of(DatabaseMetaData database) throws SQLException {
        return named(database.getDatabaseProductName());
    }

    /**
     * {@return the dialect for a JDBC URL, which no connection is needed for}
     *
     * @param url the URL
     * @throws ExecutionException if no dialect knows the product
     */
    public static Dialect of(String url) {
        String[] parts = url.split(":", 3);
        return named(parts.length > 1 && parts[0].equals("jdbc") ? parts[1] : parts[0]);
    }

    private static Dialect named(String product) {
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> new PostgreSqlDialect();
            case "mariadb" -> new MariaDbDialect();
            case "mysql" -> new MySqlDialect();
            case "sqlite" -> new SqliteDialect();
            case "h2" -> new H2Dialect();
            default ->
                throw new ExecutionException("There is no dialect for '" + product
                        + "'. Fetchwise knows PostgreSQL, MariaDB, MySQL, SQLite and H2; for another database extend "
                        + Dialect.class.getName() + ".");
        };
    }
}
