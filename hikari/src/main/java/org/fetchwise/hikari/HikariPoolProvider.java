package org.fetchwise.hikari;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fetchwise.spi.ConnectionPoolProvider;
import org.jspecify.annotations.Nullable;

/** Opens pools of HikariCP with its own defaults; found through {@link java.util.ServiceLoader}. */
public final class HikariPoolProvider implements ConnectionPoolProvider {
    /** A wrong password is told at once, where the default is to try again for a second, and for half a minute later on. */
    private static final long MILLISECONDS_TO_FIRST_CONNECTION = 1;

    /** Creates the provider. */
    public HikariPoolProvider() {}

    @Override
    public DataSource open(String url, @Nullable String user, @Nullable String password) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("fetchwise");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setInitializationFailTimeout(MILLISECONDS_TO_FIRST_CONNECTION);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failure) {
            if (failure.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw failure;
        }
    }
}
