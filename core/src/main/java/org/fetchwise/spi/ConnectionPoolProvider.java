package org.fetchwise.spi;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens connection pools by URL; found through {@link java.util.ServiceLoader}. */
public interface ConnectionPoolProvider {
    /**
     * {@return a new pool, which is closed together with the handle that asked for it if it is {@link AutoCloseable}}
     *
     * @param url the JDBC URL
     * @param user the user, or null where the URL says it or there is none
     * @param password the password, or null where the URL says it or there is none
     * @throws SQLException if the server is not there or refuses
     */
    DataSource open(String url, @Nullable String user, @Nullable String password) throws SQLException;
}
