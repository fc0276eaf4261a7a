package org.fetchwise.servers;

import java.util.concurrent.atomic.AtomicBoolean;

/** A database that began empty and is dropped when closed, at the latest when the Java process ends. Safe for threads. */
public final class TemporaryDatabase implements AutoCloseable {
    private final Engine engine;
    private final String url;
    private final Runnable drop;
    private final AtomicBoolean closed = new AtomicBoolean();

    TemporaryDatabase(Engine engine, String url, Runnable drop) {
        this.engine = engine;
        this.url = url;
        this.drop = drop;
    }

    /** {@return the product that holds this database} */
    public Engine engine() {
        return engine;
    }

    /** {@return the JDBC URL of this database, complete with user and password where the server wants them} */
    public String url() {
        return url;
    }

    /**
     * Drops the database, also when connections to it are still open. Closing again does nothing.
     *
     * @throws ServerException when the server refuses
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            drop.run();
        }
    }

    /** {@return the product only: the URL may hold a password} */
    @Override
    public String toString() {
        return "TemporaryDatabase[" + engine.title() + "]";
    }
}
