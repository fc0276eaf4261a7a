package org.fetchwise.spi;

/**
 * Is told which tables were written: once for each transaction, after its commit and before anything else that waits for it; outside
 * a transaction after each statement. Nothing is told of what was rolled back. Where a connection was lost so that nobody knows
 * whether the commit took place, it is told as if it had. Called on the thread that wrote, so it must be quick, and safe for use by
 * several threads.
 */
@FunctionalInterface
public interface WriteListener {
    /**
     * Called when writes can be seen by others.
     *
     * @param written the tables
     */
    void written(Written written);
}
