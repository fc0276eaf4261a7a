package org.fetchwise.hydrate;

import java.util.List;

/**
 * The results of a query in chunks, read while the caller goes on. Holds a connection until it is closed, by the caller or by
 * the end of the rows. Not thread-safe.
 *
 * @param <E> what each row becomes
 */
public interface Chunks<E> extends AutoCloseable {
    /**
     * {@return the next results, at most as many as were asked for; none at the end}
     *
     * @throws org.fetchwise.error.FetchwiseException if the database fails; the connection has then been given back
     */
    List<E> next();

    /** Gives the connection back. Closing twice is harmless. */
    @Override
    void close();
}
