package org.fetchwise.spi;

import java.sql.Connection;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.transaction.TransactionContext;
import org.jspecify.annotations.Nullable;

/** Tells which connection the running transaction of a thread uses. Safe for use by several threads. */
public interface Transactions {
    /**
     * {@return the connection that every statement of the current thread must use, or null outside a transaction} Whoever
     * began the transaction gives the connection back; a statement that uses it does not.
     *
     * @throws org.fetchwise.error.TransactionException if the transaction can take no more statements
     */
    @Nullable
    Connection current();

    /** {@return the running transaction of the current thread, or null outside one} */
    default @Nullable TransactionContext context() {
        return null;
    }

    /** {@return how many seconds a statement that begins now may take, 0 for no limit} */
    default int secondsLeft() {
        return 0;
    }

    /**
     * Takes note that a statement of the current transaction has failed.
     *
     * @param statement the statement's text
     * @param failure why
     */
    default void failed(String statement, FetchwiseException failure) {}
}
