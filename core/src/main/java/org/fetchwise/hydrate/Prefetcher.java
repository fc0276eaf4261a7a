package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Path;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Query;
import org.fetchwise.spi.Cause;
import org.jspecify.annotations.Nullable;

/** Loads relations for objects step by step along their paths: each step is one statement for all objects that lack it. */
final class Prefetcher {
    private final Statements statements;
    private final Destination destination;
    private final Reason reason;

    /**
     * Creates a prefetcher.
     *
     * @param destination where the objects that are read go; its path leads to the objects that they are loaded for
     */
    Prefetcher(Statements statements, Destination destination, Reason reason) {
        this.statements = statements;
        this.destination = destination;
        this.reason = reason;
    }

    /**
     * Loads.
     *
     * @param objects the objects at which the paths begin
     */
    void load(List<Managed> objects, List<Prefetching> prefetches) {
        requireOneQueryEach(prefetches);
        for (Prefetching prefetching : prefetches) {
            load(objects, prefetching, prefetches);
        }
    }

    private void load(List<Managed> objects, Prefetching prefetching, List<Prefetching> all) {
        List<RelationAttribute> steps = prefetching.path().steps();
        List<Managed> level = objects;
        Path walked = Path.of(prefetching.path().root());
        Path whole = destination.path();
        for (int at = 0; at < steps.size() && !level.isEmpty(); at++) {
            RelationAttribute relation = steps.get(at);
            walked = walked.then(relation);
            Object key = at == steps.size() - 1 ? prefetching.key() : null;
            Query query = key == null ? queryOf(walked, all) : prefetching.query();
            Receiver receiver = key == null ? new RelationReceiver(relation) : new NamedReceiver(key);
            step(
                    level,
                    relation,
                    query,
                    receiver,
                    new Destination(destination.evaluation(), destination.group(), whole));
            level = receiver instanceof RelationReceiver filled ? related(level, filled) : List.of();
            whole = whole.then(relation);
        }
    }

    private void step(
            List<Managed> level,
            RelationAttribute relation,
            @Nullable Query query,
            Receiver receiver,
            Destination from) {
        List<Managed> lacking = level.stream()
                .filter(owner -> owner.$meta().has(relation.index()) && !receiver.isFilled(owner))
                .toList();
        if (lacking.isEmpty()) {
            return;
        }
        Path path = from.path().then(relation);
        Reason here = reason.because(new Cause.PrefetchLoad(path.toString()));
        Rows rows = new RelationLoader(statements, from, here).relation(lacking, relation, query, receiver);
        if (query != null && !query.prefetches().isEmpty()) {
            Destination below = new Destination(from.evaluation(), from.group(), path);
            new Prefetcher(statements, below, reason).load(rows.distinct(), query.prefetches());
        }
    }

    /** The query given for a path, whichever of the prefetches comes by it first. */
    private static @Nullable Query queryOf(Path path, List<Prefetching> all) {
        for (Prefetching prefetching : all) {
            if (prefetching.key() == null
                    && prefetching.query() != null
                    && prefetching.path().equals(path)) {
                return prefetching.query();
            }
        }
        return null;
    }

    private static void requireOneQueryEach(List<Prefetching> prefetches) {
        Set<Path> paths = new HashSet<>();
        for (Prefetching prefetching : prefetches) {
            if (prefetching.key() == null && prefetching.query() != null && !paths.add(prefetching.path())) {
                throw new QueryException(
                        "The relation " + prefetching.path() + " is prefetched with two querysets, but it"
                                + " can hold the objects of one only. Give one of them a name: prefetch("
                                + Refusals.code(prefetching.path()) + ", ...).named(\"...\").");
            }
        }
    }

    private static List<Managed> related(List<Managed> owners, RelationReceiver receiver) {
        Set<Managed> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Managed> found = new ArrayList<>();
        for (Managed owner : owners) {
            if (receiver.isFilled(owner)) {
                for (Managed related : receiver.related(owner)) {
                    if (seen.add(related)) {
                        found.add(related);
                    }
                }
            }
        }
        return found;
    }
}
