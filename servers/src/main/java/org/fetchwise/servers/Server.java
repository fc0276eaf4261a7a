package org.fetchwise.servers;

/** Holds databases of one engine. */
sealed interface Server extends AutoCloseable permits H2Memory, SqliteFiles, DatabaseServer {
    /**
     * {@return a new, empty database}
     *
     * @param name unique in this server, letters, digits and underscores only
     */
    TemporaryDatabase create(String name, Collation collation);

    /** Kills what was started, and starts it again over its data. */
    void crash();

    /** Drops what is left and stops what was started. */
    @Override
    void close();
}
