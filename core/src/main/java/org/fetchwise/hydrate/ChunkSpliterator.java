package org.fetchwise.hydrate;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/** Goes through the results of chunks one by one, and keeps hold of one chunk at a time. */
final class ChunkSpliterator<E> extends Spliterators.AbstractSpliterator<E> {
    private final Chunks<E> chunks;
    private List<E> chunk = List.of();
    private int next;

    ChunkSpliterator(Chunks<E> chunks) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.chunks = chunks;
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        if (next == chunk.size()) {
            chunk = chunks.next();
            next = 0;
            if (chunk.isEmpty()) {
                return false;
            }
        }
        action.accept(chunk.get(next++));
        return true;
    }
}
