package org.fetchwise.meta;

/** A moment in the life of an object, of which its class may ask to be told: the callbacks of {@code jakarta.persistence}. */
public enum Lifecycle {
    /** Before its row is inserted. */
    PRE_PERSIST,
    /** When its row has been inserted. */
    POST_PERSIST,
    /** Before its row is updated. */
    PRE_UPDATE,
    /** When its row has been updated. */
    POST_UPDATE,
    /** Before its row is deleted. */
    PRE_REMOVE,
    /** When its row has been deleted. */
    POST_REMOVE,
    /** When it has been read. */
    POST_LOAD
}
