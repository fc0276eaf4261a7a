package org.fetchwise.servers;

import java.sql.DriverManager;
import java.sql.SQLException;

/** H2 in memory. Needs no server; each database lives until it is shut down, with or without connections. */
record H2Memory() implements Server {
    @Override
    public TemporaryDatabase create(String name, Collation collation) {
        collation.binaryOn(Engine.H2);
        String url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        return new TemporaryDatabase(Engine.H2, url, () -> shutDown(url));
    }

    private static void shutDown(String url) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException failure) {
            throw new ServerException("Cannot shut down an H2 database in memory: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void crash() {
        throw new UnsupportedOperationException("There is no server that could crash without this process.");
    }

    @Override
    public void close() {
        // The memory goes with the process.
    }
}
