package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.fetchwise.dialect.Dialects;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.spi.ConnectionPoolProvider;
import org.fetchwise.spi.ConnectionSource;
import org.jspecify.annotations.Nullable;

/** Makes sources of connections. */
public final class ConnectionSources {
    private ConnectionSources() {}

    /**
     * {@return the connections of a {@code DataSource} that its maker closes}
     *
     * @param pool the source, which pools or not
     */
    public static ConnectionSource of(DataSource pool) {
        return new PooledConnections(pool, List.of());
    }

    /**
     * {@return the connections of a database, pooled by what {@link ServiceLoader} finds} A named H2 database in memory is kept
     * alive until the source is closed; a database that only one connection sees is served by that one connection.
     *
     * @param url the JDBC URL; {@code sqlite::memory:} is taken for {@code jdbc:sqlite::memory:}
     * @param user the user, or null where the URL says it or there is none
     * @param password the password, or null where the URL says it or there is none
     * @throws ExecutionException if there is no driver, no pool or no connection
     */
    public static ConnectionSource open(String url, @Nullable String user, @Nullable String password) {
        String jdbcUrl = readable(url.startsWith("jdbc:") ? url : "jdbc:" + url);
        Drivers.require(jdbcUrl);
        try {
            if (isPrivate(jdbcUrl)) {
                return new SharedConnection(connect(jdbcUrl, user, password));
            }
            DataSource pool = provider().open(jdbcUrl, user, password);
            List<AutoCloseable> owned = new ArrayList<>();
            if (pool instanceof AutoCloseable closeable) {
                owned.add(closeable);
            }
            if (jdbcUrl.startsWith("jdbc:h2:mem:")) {
                owned.add(connect(jdbcUrl, user, password));
            }
            return new PooledConnections(pool, owned);
        } catch (SQLException failure) {
            throw Dialects.of(jdbcUrl).translate(failure, "");
        }
    }

    /**
     * H2 puts names without quotes into capitals and finds no table that was created with small letters in quotes. In a new
     * database the case need not count, so that SQL written by hand finds what other databases find.
     */
    private static String readable(String url) {
        String upper = url.toUpperCase(Locale.ROOT);
        boolean chosen = upper.contains(";DATABASE_TO_") || upper.contains(";CASE_INSENSITIVE_IDENTIFIERS=");
        return upper.startsWith("JDBC:H2:MEM:") && !chosen ? url + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE" : url;
    }

    /** Whether each connection would see a database of its own. */
    private static boolean isPrivate(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("jdbc:sqlite::memory:")
                || lower.equals("jdbc:sqlite:")
                || lower.equals("jdbc:h2:mem:")
                || lower.startsWith("jdbc:h2:mem:;");
    }

    private static Connection connect(String url, @Nullable String user, @Nullable String password)
            throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    private static ConnectionPoolProvider provider() {
        return ServiceLoader.load(ConnectionPoolProvider.class)
                .findFirst()
                .orElseThrow(() -> new ExecutionException("Database.connect finds no connection pool. Add "
                        + "org.fetchwise:fetchwise-hikari to the class path, or write Database.of(dataSource)."));
    }
}
