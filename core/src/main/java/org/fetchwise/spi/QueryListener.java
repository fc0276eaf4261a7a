package org.fetchwise.spi;

/**
 * Watches statements. Called on the thread that runs the statement, so it must be quick, and safe for use by several
 * threads. Without a listener a statement pays one branch. A listener may query the database; it is not told of what it sends
 * itself.
 */
public interface QueryListener {
    /**
     * Called before a statement is sent.
     *
     * @param start the statement and its cause
     */
    default void started(QueryStart start) {}

    /**
     * Called when the rows of a statement are read and closed, or when it has failed.
     *
     * @param end how it went
     */
    default void finished(QueryEnd end) {}

    /**
     * {@return whether objects shall note which of their attributes are read; asked at the beginning of each evaluation, by any
     * thread}
     */
    default boolean observesReads() {
        return false;
    }
}
