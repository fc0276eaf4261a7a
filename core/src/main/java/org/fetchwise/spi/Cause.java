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
     * A relation or a column was touched that would be more rows for all peers than {@code maxPeerRows} allows, and is loaded for a
     * part of them. The next touch outside this part loads the next one.
     *
     * @param path the entity and the attribute, as in {@code Post.comments}
     * @param peers for how many objects it is loaded
     * @param members how many objects lack it
     * @param maxPeerRows how many rows are allowed
     */
    record PeerChunk(String path, int peers, int members, int maxPeerRows) implements Cause {}

    /**
     * The objects of a relation are counted for an object and its peers: their number was asked for, or it decides for how many peers
     * they are loaded together.
     *
     * @param path the entity and the relation, as in {@code Post.comments}
     * @param peers for how many objects they are counted
     */
    record PeerCount(String path, int peers) implements Cause {}

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
