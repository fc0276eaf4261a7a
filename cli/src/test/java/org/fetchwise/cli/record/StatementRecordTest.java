package org.fetchwise.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class StatementRecordTest {
    private final StatementRecord record = new StatementRecord();
    private final DataSource recording = record.over(source());

    private static JdbcDataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");
        return source;
    }

    @Test
    void statementsRowsAndBytes_areCounted() throws SQLException {
        try (Connection connection = recording.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select x, 'é' from system_range(1, 3) where x > ?")) {
            query.setInt(1, 1);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getLong(1)).isPositive();
                    assertThat(rows.getString(2)).isEqualTo("é");
                }
            }
        }

        assertThat(record.count()).isEqualTo(1);
        assertThat(record.rows()).isEqualTo(2);
        assertThat(record.valueBytes()).isEqualTo(2 * (Long.BYTES + 2));
    }

    @Test
    void entriesOfABatch_countOneByOne() throws SQLException {
        try (Connection connection = recording.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int)");
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
                for (int value = 0; value < 3; value++) {
                    insert.setInt(1, value);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }

        assertThat(record.statements())
                .containsEntry("insert into t values (?)", 3)
                .hasSize(2);
        assertThat(record.count()).isEqualTo(4);
    }

    @Test
    void entriesOfABatchOfTexts_countOneByOne() throws SQLException {
        try (Connection connection = recording.getConnection();
                Statement statement = connection.createStatement()) {
            statement.addBatch("create table t (x int)");
            statement.addBatch("insert into t values (1)");
            statement.addBatch("insert into t values (1)");
            statement.executeBatch();
        }

        assertThat(record.statements()).containsEntry("insert into t values (1)", 2);
        assertThat(record.count()).isEqualTo(3);
    }

    @Test
    void thePlan_isThatOfTheLastQuery_andDoesNotCount() throws SQLException {
        record.explain(true);
        try (Connection connection = recording.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int primary key)");
            try (PreparedStatement query = connection.prepareStatement("select x from t where x = ?")) {
                query.setInt(1, 7);
                query.executeQuery().close();
            }
        }

        assertThat(record.plan()).containsIgnoringCase("primary_key");
        assertThat(record.count()).isEqualTo(2);
        assertThat(record.rows()).isZero();
    }

    @Test
    void settingsAndTransactions_doNotCount() throws SQLException {
        try (Connection connection = recording.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET SCHEMA PUBLIC");
            connection.commit();
        }

        assertThat(record.count()).isZero();
    }

    @Test
    void clear_forgets_andFailuresStayTheDrivers() throws SQLException {
        try (Connection connection = recording.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select nothing from nowhere"))
                    .isInstanceOf(SQLException.class);
        }
        record.clear();

        assertThat(record.count()).isZero();
        assertThat(record.statements()).isEmpty();
    }
}
