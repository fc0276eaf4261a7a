package org.fetchwise.spi;

/** Why a statement runs. */
public sealed interface Cause {
    /**
     * A terminal of a QuerySet was called.
     *
     * @param name the method's name
     */
    record Terminal(String name) implements Cause {}

    /**
     * A relation was touched, and is loaded for an object and its peers.
     *
     * @param path the entity and the relation, as in {@code Post.author}
     * @param peers for how many objects it is loaded
     */
    record PeerLoad(String path, int peers) implements Cause {}

    /**
     * A relation was asked for together with the objects.
     *
     * @param path the entity and the relations that lead there, as in {@code Post.comments.user}
     */
    record PrefetchLoad(String path) implements Cause {}

    /**
     * A column was touched that the query had left out.
     *
     * @param path the entity and the attribute, as in {@code Post.content}
     * @param peers for how many objects it is loaded
     */
    record DeferredColumn(String path, int peers) implements Cause {}

    /**
     * Rows or tables are written.
     *
     * @param kind the operation, as in {@code create}
     */
    record Write(String kind) implements Cause {}

    /** A statement of the user's own. */
    record Raw() implements Cause {}
}
