package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Path;
import org.jspecify.annotations.Nullable;

/**
 * All objects that were read by one evaluation of a query, by entity: its rows, what was joined to them, what was prefetched
 * and what was loaded when it was touched. Within it one row of one table is one object. The list that the query returned
 * holds it; the objects themselves do so only softly. Mutable, for one thread at a time.
 */
final class Evaluation {
    /** A query reads few entities, so that a search along the list beats a map. */
    private final List<Members> members = new ArrayList<>(4);

    private final boolean complete;
    private long rowsPerOwner;

    /**
     * Creates an empty evaluation.
     *
     * @param complete whether all objects of its group belong to it; not so when an earlier one was given up for memory
     */
    Evaluation(boolean complete) {
        this.complete = complete;
    }

    /** {@return whether all objects of its group belong to it} */
    boolean isComplete() {
        return complete;
    }

    /** {@return how many rows the last collection had on average} */
    long rowsPerOwner() {
        return rowsPerOwner;
    }

    /** Remembers how many rows came for how many collections. */
    void rowsCame(int rows, int owners) {
        rowsPerOwner = rows / owners;
    }

    /** {@return the objects of an entity and of those that it extends or that extend it, or null if there are none} */
    @Nullable
    Members find(EntityMeta<?> meta) {
        EntityMeta<?> root = meta.root();
        for (int at = 0; at < members.size(); at++) {
            if (members.get(at).meta() == root) {
                return members.get(at);
            }
        }
        return null;
    }

    /**
     * {@return the objects of the entity at the end of a path}
     *
     * @param path the path by which they come; the first one given for an entity is remembered
     */
    Members members(Path path) {
        EntityMeta<?> meta = path.target();
        Members known = find(meta);
        if (known == null) {
            known = new Members(meta.root(), path);
            members.add(known);
        }
        return known;
    }
}
