package org.fetchwise.query;

import org.jspecify.annotations.Nullable;

/**
 * A relation to load for all objects of a result.
 *
 * @param path the path to it
 * @param query the query of its objects where it is restricted or ordered, or null for all of them
 * @param key the key under which the objects are read back: null where they fill the relation itself
 */
public record Prefetching(
        Path path, @Nullable Query query, @Nullable Object key) {
    public Prefetching {
        path.whole("prefetchRelated");
    }
}
