package org.fetchwise.transaction;

/**
 * A transaction that is open, or was. It belongs to the thread that began it; to use it in another thread, hand it over with
 * {@code db.inTransaction(context, ...)}, to one thread at a time.
 */
public interface TransactionContext {
    /** {@return whether it has not been committed or rolled back yet} */
    boolean isOpen();

    /** {@return whether it must not write} */
    boolean isReadOnly();

    /**
     * Lets the innermost block be rolled back when it ends, though nothing fails.
     *
     * @throws org.fetchwise.error.TransactionException if the transaction has ended, or another thread has it
     */
    void rollBackOnly();
}
