package org.fetchwise.cli.guide;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fetchwise.error.ExecutionException;

/** What a database knows of its rows, by which it chooses indexes. Writes that were undone leave it with wrong numbers. */
final class Statistics {
    private Statistics() {}

    /**
     * Lets a database count the rows of a table again.
     *
     * @param connections the connections to the database
     * @param table the table's name
     */
    static void refresh(DataSource connections, String table) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            boolean isMariaDb =
                    connection.getMetaData().getDatabaseProductName().equals("MariaDB");
            statement.execute(isMariaDb ? "ANALYZE TABLE " + table : "ANALYZE");
        } catch (SQLException failure) {
            throw new ExecutionException("The database did not count the rows of " + table + " again.", failure);
        }
    }
}
