package org.fetchwise;

/** What becomes of rows that occur more than once where queries are combined. */
public enum Duplicates {
    /** Equal rows are given once. */
    ONCE,
    /** Equal rows are given as often as they occur. */
    ALL
}
