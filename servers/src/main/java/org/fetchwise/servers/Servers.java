package org.fetchwise.servers;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The databases of this Java process. A server starts when its first database is asked for, serves all that are asked for
 * later, and stops when the process ends. Safe for threads; starting one engine does not hold up another.
 *
 * <p>The system properties {@code fetchwise.test.postgresql} and {@code fetchwise.test.mariadb} name a running server by
 * the JDBC URL of a database in it; its user must be allowed to create databases. Every database made there is dropped
 * again.
 */
public final class Servers implements AutoCloseable {
    static final String POSTGRESQL_PROPERTY = "fetchwise.test.postgresql";
    static final String MARIADB_PROPERTY = "fetchwise.test.mariadb";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    // One per process by intention: starting a server takes seconds, and every test class wants one.
    private static final Servers SHARED = new Servers(Directories.ofUser());

    private static final AtomicInteger OWN = new AtomicInteger();

    private final Directories directories;
    private final @Nullable Servers parent;
    private final String suffix;
    private final Map<Engine, Slot> slots = new EnumMap<>(Engine.class);
    private final AtomicInteger databases = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable RunDirectory run;
    private boolean closed;

    Servers(Directories directories) {
        this(directories, null, "");
    }

    private Servers(Directories directories, @Nullable Servers parent, String suffix) {
        this.directories = directories;
        this.parent = parent;
        this.suffix = suffix;
    }

    /** {@return the servers that everybody in this process shares} */
    public static Servers shared() {
        return SHARED;
    }

    /**
     * {@return servers for the caller alone, who closes them} They are started by this process even where running ones are named,
     * and may {@link #crash}.
     */
    public static Servers own() {
        return new Servers(SHARED.directories, SHARED, "-" + OWN.incrementAndGet());
    }

    /**
     * Kills the server of an engine in the middle of what it does, and starts it again over the data that it has written by then.
     * Every connection to it is lost, and the URLs of its databases stay.
     *
     * @param engine PostgreSQL or MariaDB, of which a database was asked for
     * @throws ServerException when it was not started by this process, or does not start again
     * @throws UnsupportedOperationException when the engine has no server
     */
    public void crash(Engine engine) {
        slot(engine).server().crash();
    }

    /**
     * {@return a new, empty database that compares text by code point}
     *
     * @param name the beginning of the database's name: 1 to 40 lower-case letters, digits and underscores, a letter first
     * @throws ServerException when the server cannot be started or reached
     */
    public TemporaryDatabase newDatabase(Engine engine, String name) {
        return newDatabase(engine, name, Collation.BINARY);
    }

    /**
     * {@return a new, empty database}
     *
     * @param name the beginning of the database's name: 1 to 40 lower-case letters, digits and underscores, a letter first
     * @param collation how it compares text; H2 and SQLite take {@link Collation#BINARY} only
     * @throws ServerException when the server cannot be started or reached, or does not know the collation
     */
    public TemporaryDatabase newDatabase(Engine engine, String name, Collation collation) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A database's name has 1 to 40 lower-case letters, digits and underscores, "
                            + "and begins with a letter.");
        }
        // The process's number keeps processes apart that share a running server.
        String unique = name + "_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        return slot(engine).server().create(unique, collation);
    }

    /** Stops what was started. The shared servers are closed by the end of the process; nobody else needs to. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        // Without the lock, for a server that is still starting needs it; from here on none begins to.
        slots.values().forEach(Slot::close);
        removeRun();
    }

    private void removeRun() {
        lock.lock();
        try {
            if (run != null) {
                run.close();
                run = null;
            }
        } catch (IOException failure) {
            throw new ServerException("Cannot remove the servers' data: " + failure.getMessage(), failure);
        } finally {
            lock.unlock();
        }
    }

    private Slot slot(Engine engine) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The servers are closed: the process is ending.");
            }
            if (slots.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::close, "fetchwise-servers-stop"));
            }
            return slots.computeIfAbsent(engine, Slot::new);
        } finally {
            lock.unlock();
        }
    }

    private RunDirectory run() throws IOException {
        if (parent != null) {
            return parent.run();
        }
        lock.lock();
        try {
            RunDirectory directory = run;
            if (directory == null) {
                directory = RunDirectory.create(directories.runs());
                run = directory;
            }
            return directory;
        } finally {
            lock.unlock();
        }
    }

    private Server start(Engine engine) throws IOException {
        return switch (engine) {
            case H2 -> new H2Memory();
            case SQLITE -> new SqliteFiles(run().subdirectory("sqlite" + suffix));
            case POSTGRESQL -> {
                Optional<Server> running = running(engine, POSTGRESQL_PROPERTY, new PostgresqlStatements());
                yield running.isPresent()
                        ? running.get()
                        : PostgresqlProcess.start(directories.programs(), run().subdirectory("postgresql" + suffix));
            }
            case MARIADB -> {
                Optional<Server> running = running(engine, MARIADB_PROPERTY, new MariadbStatements());
                yield running.isPresent()
                        ? running.get()
                        : MariadbProcess.start(directories.programs(), run().subdirectory("mariadb" + suffix));
            }
        };
    }

    private Optional<Server> running(Engine engine, String property, DatabaseServer.Statements statements) {
        return Optional.ofNullable(parent == null ? System.getProperty(property) : null)
                .map(url -> new DatabaseServer(
                        engine, statements, JdbcUrl.parse(url, property), DatabaseServer.Runner.NOT_OURS));
    }

    /** The place of one engine's server: empty, taken, or spoilt by a start that failed and is not tried again. */
    private final class Slot {
        private final Engine engine;
        private final ReentrantLock starting = new ReentrantLock();
        private @Nullable Server server;
        private @Nullable ServerException failure;

        Slot(Engine engine) {
            this.engine = engine;
        }

        Server server() {
            starting.lock();
            try {
                if (failure != null) {
                    throw new ServerException(
                            engine.title() + " could not be started before: " + failure.getMessage(), failure);
                }
                Server started = server;
                if (started == null) {
                    started = start(engine);
                    server = started;
                }
                return started;
            } catch (IOException cause) {
                throw spoil(new ServerException(engine.title() + " cannot be started: " + cause.getMessage(), cause));
            } catch (ServerException cause) {
                throw spoil(cause);
            } finally {
                starting.unlock();
            }
        }

        private ServerException spoil(ServerException cause) {
            if (failure == null) {
                failure = cause;
            }
            return cause;
        }

        void close() {
            starting.lock();
            try {
                if (server != null) {
                    server.close();
                    server = null;
                }
            } finally {
                starting.unlock();
            }
        }
    }
}
