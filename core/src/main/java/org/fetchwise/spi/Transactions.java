package org.fetchwise.spi;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Tells which connection the running transaction of a thread uses. Safe for use by several threads. */
public interface Transactions {
    /**
     * {@return the connection that every statement of the current thread must use, or null outside a transaction} Whoever
     * began the transaction gives the connection back; a statement that uses it does not.
     */
    @Nullable
    Connection current();
}
