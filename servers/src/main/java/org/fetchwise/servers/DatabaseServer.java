package org.fetchwise.servers;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server reached through the network, started by this process or found running. Safe for threads. */
final class DatabaseServer implements Server {
    /** How one product spells what differs. */
    interface Statements {
        /** {@return the statement that creates a database} */
        String create(String database, Collation collation);

        /** {@return the statement that drops a database in spite of its connections} */
        String drop(String database);
    }

    /** What runs the server. */
    interface Runner {
        /** A server that somebody else has started. */
        Runner NOT_OURS = new Runner() {
            @Override
            public void crash() {
                throw new ServerException("A server that this process has not started is not killed by it.");
            }

            @Override
            public void stop() {}
        };

        /** Kills the server, and starts it again over its data. */
        void crash();

        /** Ends the server after all databases were dropped. */
        void stop();
    }

    private final Engine engine;
    private final Statements statements;
    private final JdbcUrl url;
    private final Runner runner;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    /**
     * Creates the handle of a server.
     *
     * @param url a database to which the statements can be sent
     * @param runner what runs it
     */
    DatabaseServer(Engine engine, Statements statements, JdbcUrl url, Runner runner) {
        this.engine = engine;
        this.statements = statements;
        this.url = url;
        this.runner = runner;
    }

    @Override
    public TemporaryDatabase create(String name, Collation collation) {
        execute(statements.create(name, collation));
        databases.add(name);
        return new TemporaryDatabase(engine, url.withDatabase(name).text(), () -> drop(name));
    }

    private void drop(String name) {
        if (databases.remove(name)) {
            execute(statements.drop(name));
        }
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url.text());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new ServerException(
                    engine.title() + " at " + url + " refused \"" + sql + "\": " + failure.getMessage(), failure);
        }
    }

    @Override
    public void crash() {
        runner.crash();
    }

    @Override
    public void close() {
        try {
            for (String name : Set.copyOf(databases)) {
                drop(name);
            }
        } finally {
            runner.stop();
        }
    }
}
