package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fetchwise.meta.Managed;

/**
 * The objects of a query, in the order of its rows.
 *
 * @param entities the objects, and perhaps free places behind them
 * @param size the number of objects
 * @param owners for each object the position of its owner; empty where no owners were asked for
 */
@SuppressWarnings("ArrayRecordComponent")
record Rows(Managed[] entities, int size, int[] owners) {
    static final Rows NONE = new Rows(new Managed[0], 0, new int[0]);

    /** {@return these and others, whose owners are not told any more} */
    Rows and(Rows others) {
        if (size == 0) {
            return others;
        }
        if (others.size == 0) {
            return this;
        }
        Managed[] all = Arrays.copyOf(entities, size + others.size);
        System.arraycopy(others.entities, 0, all, size, others.size);
        return new Rows(all, all.length, new int[0]);
    }

    /** {@return the objects, each once} */
    List<Managed> distinct() {
        Set<Managed> seen = Collections.newSetFromMap(new IdentityHashMap<>(size));
        List<Managed> found = new ArrayList<>(size);
        for (int at = 0; at < size; at++) {
            if (seen.add(entities[at])) {
                found.add(entities[at]);
            }
        }
        return found;
    }
}
