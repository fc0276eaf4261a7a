package org.fetchwise;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Some objects behind a place in an order, and the cursors that lead on and back. Reading one costs the same however far behind
 * it is, and no object is passed over or given twice when others are added meanwhile.
 *
 * @param items the objects, in the order of the query
 * @param next the cursor of the page behind, empty on the last page
 * @param previous the cursor of the page before, empty on the first page
 * @param <T> the entity
 */
public record KeysetPage<T>(List<T> items, Optional<String> next, Optional<String> previous) implements Iterable<T> {
    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }
}
