package org.fetchwise.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.spi.ConnectionSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSourcesTest {
    @Test
    void open_withoutAPool_saysWhatToAdd() {
        assertThatThrownBy(() -> ConnectionSources.open("jdbc:h2:mem:named", null, null))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("no connection pool")
                .hasMessageContaining("org.fetchwise:fetchwise-hikari")
                .hasMessageContaining("Database.of(dataSource)");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://localhost/x?password=s3cret, com.mysql:mysql-connector-j",
        "jdbc:unknown:s3cret, Check the URL"
    })
    void open_withoutADriver_saysWhatToAdd_butNotTheUrl(String url, String wayOut) {
        assertThatThrownBy(() -> ConnectionSources.open(url, null, null))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("no JDBC driver")
                .hasMessageContaining(wayOut)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void ofDataSource_closesWhatItLends_andNothingElse() throws SQLException {
        JdbcDataSource data = new JdbcDataSource();
        data.setURL("jdbc:h2:mem:");
        ConnectionSource source = ConnectionSources.of(data);
        Connection connection = source.acquire();
        source.release(connection);
        assertThat(connection.isClosed()).isTrue();
        source.close();
        source.release(source.acquire());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite::memory:", "sqlite::memory:", "jdbc:h2:mem:", "h2:mem:"})
    void privateDatabase_hasOneConnection_forAllThreadsInTurn(String url) throws Exception {
        try (ConnectionSource source = ConnectionSources.open(url, null, null)) {
            Connection connection = source.acquire();
            assertThat(source.acquire()).as("for the same thread").isSameAs(connection);
            CompletableFuture<Connection> other = CompletableFuture.supplyAsync(() -> acquire(source));
            source.release(connection);
            assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            source.release(connection);
            assertThat(other.get(10, TimeUnit.SECONDS)).isSameAs(connection);
            source.release(connection);
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void privateDatabase_takesItsConnectionBack_fromAnyThread() throws Exception {
        try (ConnectionSource source = ConnectionSources.open("jdbc:sqlite::memory:", null, null)) {
            Connection connection = source.acquire();
            CompletableFuture.runAsync(() -> release(source, connection)).get(10, TimeUnit.SECONDS);
            assertThat(CompletableFuture.supplyAsync(() -> acquire(source)).get(10, TimeUnit.SECONDS))
                    .isSameAs(connection);
        }
    }

    private static Connection acquire(ConnectionSource source) {
        try {
            return source.acquire();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void release(ConnectionSource source, Connection connection) {
        try {
            source.release(connection);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
