package org.fetchwise.hydrate;

import java.util.List;

/** The chunks of a query that is known to be empty. */
record NoChunks<E>() implements Chunks<E> {
    @Override
    public List<E> next() {
        return List.of();
    }

    @Override
    public void close() {}
}
