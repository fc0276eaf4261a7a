package org.fetchwise;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a deletion has deleted.
 *
 * @param rows how many rows, by the names of their entities; rows of a link table by the entity and the relation that declare
 *     it, as in {@code Post_tags}. What the database itself took along is not among them
 */
public record Deleted(SortedMap<String, Long> rows) {
    public Deleted {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** {@return how many rows went altogether} */
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
