package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which call of filter joins which to-many relation. Where rows must not be multiplied, only the last call that speaks of a
 * relation whose rows are taken joins it; all others ask whether there is a row.
 */
final class Kept {
    /** Every call joins what it speaks of, as in Django, and multiplies the rows. */
    static final Kept EVERYTHING = new Kept(null);

    private final @Nullable Map<Integer, List<Path>> byCall;

    private Kept(@Nullable Map<Integer, List<Path>> byCall) {
        this.byCall = byCall;
    }

    /**
     * The joins of a query.
     *
     * @param paths the paths over to-many relations whose rows are taken
     * @param before the position of a call; only calls before it join
     */
    static Kept of(Query query, Collection<Path> paths, int before) {
        Map<Integer, List<Path>> byCall = new HashMap<>();
        for (Path path : paths) {
            int last = Joins.lastCall(query, path, before);
            if (last >= 0) {
                byCall.computeIfAbsent(last, key -> new ArrayList<>()).add(path);
            }
        }
        return new Kept(byCall);
    }

    boolean isEverything() {
        return byCall == null;
    }

    /** The paths that a call joins, or null for all. */
    @Nullable
    List<Path> by(int call) {
        return byCall == null ? null : byCall.getOrDefault(call, List.of());
    }
}
