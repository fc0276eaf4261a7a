package org.fetchwise;

import java.util.Iterator;
import java.util.List;

/**
 * The objects of one of the pages that a query is cut into, and how many there are in all.
 *
 * @param items the objects, in the order of the query
 * @param number the page's number, counted from 1
 * @param size how many objects a whole page has
 * @param total how many objects all pages have together, or as far as was counted
 * @param counted whether {@code total} is exact; if not, there are more
 * @param <T> the entity
 */
public record Page<T>(List<T> items, int number, int size, long total, boolean counted) implements Iterable<T> {
    /** {@return how many pages there are, or as far as was counted; at least 1} */
    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** {@return whether there is a page behind this one} */
    public boolean hasNext() {
        return !counted || number < pages();
    }

    /** {@return whether there is a page before this one} */
    public boolean hasPrevious() {
        return number > 1;
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }
}
