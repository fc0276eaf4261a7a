package org.fetchwise.hikari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;
import org.fetchwise.spi.ConnectionPoolProvider;
import org.junit.jupiter.api.Test;

class HikariPoolProviderTest {
    private final ConnectionPoolProvider provider =
            ServiceLoader.load(ConnectionPoolProvider.class).findFirst().orElseThrow();

    @Test
    void serviceLoader_findsIt() {
        assertThat(provider).isInstanceOf(HikariPoolProvider.class);
    }

    @Test
    void open_givesAPool_thatLendsAConnectionAgain() throws SQLException {
        try (HikariDataSource pool = (HikariDataSource) provider.open("jdbc:h2:mem:hikari", null, null)) {
            Connection physical;
            try (Connection first = pool.getConnection()) {
                physical = first.unwrap(Connection.class);
            }
            try (Connection second = pool.getConnection()) {
                assertThat(second.unwrap(Connection.class)).isSameAs(physical);
            }
        }
    }

    @Test
    void open_tellsAtOnce_whatTheDatabaseRefuses() {
        assertThatThrownBy(() -> provider.open("jdbc:h2:mem:hikari;IFEXISTS=TRUE", null, null))
                .isInstanceOf(SQLException.class);
    }
}
