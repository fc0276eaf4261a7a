package org.fetchwise.blackbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Gauge;
import org.fetchwise.schema.Schema;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;

/** A database with the tables of the library, and a pool of connections to it. */
final class Library implements AutoCloseable {
    // One per engine and process: the tests that share it only read.
    private static final Map<Engine, Library> SHARED = new ConcurrentHashMap<>();

    /** The databases whose tables are empty again, by engine. */
    private static final Map<Engine, Queue<TemporaryDatabase>> EMPTY = new ConcurrentHashMap<>();

    private static final Pattern CHANGE_OF_TABLES =
            Pattern.compile("(?i)\\s*(CREATE|ALTER|DROP)\\b(?!.*\\bRESTART\\b).*", Pattern.DOTALL);

    private static final int CONNECTIONS = 3;

    private final TemporaryDatabase place;
    private final ConnectionPool pool;
    private final Database database;

    /** Whether others use the tables afterwards. */
    private final boolean lent;

    private Library(TemporaryDatabase place, boolean lent) {
        this.place = place;
        this.lent = lent;
        this.pool = new ConnectionPool(place.url(), CONNECTIONS);
        this.database = Database.of(pool);
    }

    /** {@return the library with the rows of {@link LibraryRows}, which nobody changes} */
    static Library shared(Engine engine) {
        return SHARED.computeIfAbsent(engine, missing -> {
            Library library = empty(missing);
            library.execute(LibraryRows.ALL);
            return library;
        });
    }

    /** {@return a library with tables and no rows, for tests that leave the tables as they are} */
    static Library empty(Engine engine) {
        TemporaryDatabase place = EMPTY.computeIfAbsent(engine, missing -> new ConcurrentLinkedQueue<>())
                .poll();
        return place == null ? created(engine, true) : new Library(place, true);
    }

    /** {@return a library with tables and no rows, for tests that may change the tables} */
    static Library own(Engine engine) {
        return created(engine, false);
    }

    private static Library created(Engine engine, boolean lent) {
        Library library = new Library(Servers.shared().newDatabase(engine, "library"), lent);
        library.schema().create();
        return library;
    }

    /** {@return the tables of all entities, but for those with arrays where the database has none, and those in a schema of their own} */
    Schema schema() {
        return schema(database, url());
    }

    static Schema schema(Database database, String url) {
        boolean arrays = url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:");
        return database.schema(entity ->
                (arrays || entity.type() != Gauge.class) && !entity.table().startsWith("vault."));
    }

    /** {@return the handle over {@link #pool()}} */
    Database database() {
        return database;
    }

    ConnectionPool pool() {
        return pool;
    }

    Engine engine() {
        return place.engine();
    }

    String url() {
        return place.url();
    }

    /**
     * Executes statements with plain JDBC. Names stand in double quotes and instants have a Z behind them, which MariaDB takes
     * neither of.
     *
     * @param statements separated by semicolons at the ends of lines
     */
    void execute(String statements) {
        String spelled = engine() == Engine.MARIADB
                ? withBackticks(statements).replaceAll("(\\d\\d:\\d\\d\\.\\d+)Z'", "$1'")
                : statements;
        try (Connection connection = DriverManager.getConnection(place.url());
                Statement statement = connection.createStatement()) {
            for (String text : spelled.split(";\\s*\\R", -1)) {
                if (lent && CHANGE_OF_TABLES.matcher(text).matches()) {
                    throw new IllegalStateException("Others use these tables. Change those of Library.own(engine).");
                }
                if (!text.isBlank()) {
                    statement.execute(text);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The rows cannot be written to " + place, failure);
        }
    }

    /** Names are outside of literals, which stand between apostrophes. */
    private static String withBackticks(String statements) {
        String[] parts = statements.split("'", -1);
        for (int at = 0; at < parts.length; at += 2) {
            parts[at] = parts[at].replace('"', '`');
        }
        return String.join("'", parts);
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        if (lent) {
            EmptyTables.in(place);
            EMPTY.getOrDefault(engine(), new ConcurrentLinkedQueue<>()).add(place);
        } else {
            place.close();
        }
    }
}
