package org.fetchwise.hikari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.fetchwise.Database;
import org.fetchwise.error.UnreachableException;
import org.junit.jupiter.api.Test;

/** What {@code Database.connect} does with a URL when this pool is on the class path. */
class ConnectByUrlTest {
    private static final String EXISTING = ";IFEXISTS=TRUE";

    @Test
    void namedDatabaseInMemory_livesUntilTheHandleIsClosed() throws SQLException {
        String url = "jdbc:h2:mem:kept";
        try (Database database = Database.connect(url)) {
            assertThat(database).isNotNull();
            run(url + EXISTING, "CREATE TABLE book (id BIGINT)");
            run(url + EXISTING, "INSERT INTO book VALUES (7)");
            try (Connection connection = DriverManager.getConnection(url + EXISTING);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM book")) {
                assertThat(rows.next()).isTrue();
            }
        }
        assertThatThrownBy(() -> run(url + EXISTING, "SELECT 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void wrongPassword_isToldAtOnce_withoutThePassword() throws SQLException {
        String url = "jdbc:h2:mem:guarded";
        try (Connection first = DriverManager.getConnection(url, "owner", "right")) {
            assertThat(first.isValid(1)).isTrue();
            assertThatThrownBy(() -> Database.connect(url, "owner", "wr0ng"))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("refuses the user or the password")
                    .hasMessageNotContaining("wr0ng");
        }
    }

    private static void run(String url, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
