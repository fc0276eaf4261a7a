package org.fetchwise.spi;

/** Is told of listeners that have failed when what they were told of had been committed. Safe for use by several threads. */
@FunctionalInterface
public interface FailureListener {
    /**
     * Called with what a listener threw.
     *
     * @param about what the listener was told; never a value
     * @param failure what it threw
     */
    void failed(String about, Throwable failure);
}
