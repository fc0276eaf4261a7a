package org.fetchwise.transaction;

/** How much a transaction sees of others that run at the same time. */
public enum Isolation {
    /** What the database does when nobody says. */
    DEFAULT,
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED,
    /** All statements see what was committed before the first one. */
    REPEATABLE_READ,
    /** As if transactions ran one after another; some are refused and must be run again. */
    SERIALIZABLE
}
