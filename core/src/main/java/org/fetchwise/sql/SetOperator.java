package org.fetchwise.sql;

/** How the rows of several queries are put together. */
public enum SetOperator {
    /** The rows of any of them. */
    UNION,
    /** The rows that are in all of them. */
    INTERSECT,
    /** The rows of the first that are in no other. */
    EXCEPT
}
