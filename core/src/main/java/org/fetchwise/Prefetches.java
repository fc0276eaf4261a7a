package org.fetchwise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Fetch;
import org.fetchwise.expr.Functions;
import org.fetchwise.expr.Relation;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.AttributeNames;
import org.fetchwise.query.Path;
import org.fetchwise.query.PrefetchSource;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Query;

/** Turns calls that prefetch into queries. */
final class Prefetches {
    private Prefetches() {}

    /** A query that loads relations with its objects, those of earlier calls included. */
    static Query prefetchRelated(Query query, Collection<? extends Fetch<?>> fetches) {
        Sets.refuse(query, "prefetchRelated");
        List<Prefetching> prefetches = new ArrayList<>(query.prefetches());
        for (Fetch<?> fetch : fetches) {
            if (fetch instanceof Relation relation && continued(prefetches, relation)) {
                continue;
            }
            Prefetching added = PrefetchSource.prefetchingOf(fetch, query.entity());
            if (added.path().isRoot()) {
                throw new QueryException("prefetchRelated takes a relation, but " + added.path()
                        + " is the entity itself.\nin query: " + query);
            }
            if (added.query() != null
                    && !added.query().entity().equals(added.path().target())) {
                throw new QueryException("The prefetch of '" + added.path().last() + "' takes a queryset of "
                        + added.path().target() + ", not of " + added.query().entity() + ".\nin query: " + query);
            }
            boolean isLong = added.key() != null && added.path().steps().size() > 1;
            if (isLong && fetch instanceof PrefetchSource source && source.isTyped()) {
                throw new QueryException("A prefetch with a queryset of its own takes one relation of " + query.entity()
                        + ", but " + added.path() + " is longer. Prefetch "
                        + added.path().parent().text()
                        + " with a queryset that has the prefetch of '"
                        + added.path().last()
                        + "' in it.\nin query: " + query);
            }
            if (!prefetches.contains(added) && !(isLong && continued(prefetches, added))) {
                prefetches.add(added);
            }
        }
        return query.withPrefetches(prefetches);
    }

    /** A path that begins with the name of an earlier prefetch goes on from its objects. */
    private static boolean continued(List<Prefetching> prefetches, Relation relation) {
        String[] halves = relation.toString().split("__", 2);
        return halves.length == 2
                && continued(
                        prefetches,
                        before -> String.valueOf(before.key()).equals(halves[0]),
                        objects -> prefetchRelated(objects, List.of(Functions.relation(halves[1]))));
    }

    /** So does a longer path with a queryset of its own, if the earlier prefetch has the name of its first relation. */
    private static boolean continued(List<Prefetching> prefetches, Prefetching added) {
        List<RelationAttribute> steps = added.path().steps();
        Path first = Path.of(added.path().root()).then(steps.getFirst());
        Path rest = new Path(first.target(), steps.subList(1, steps.size()));
        return continued(
                prefetches,
                before -> before.path().equals(first)
                        && AttributeNames.camelCase(String.valueOf(before.key()))
                                .equals(first.text()),
                objects -> {
                    List<Prefetching> further = new ArrayList<>(objects.prefetches());
                    further.add(new Prefetching(rest, added.query(), added.key()));
                    return objects.withPrefetches(further);
                });
    }

    /** Changes the queryset of the first prefetch with a key that is meant, if there is one. */
    private static boolean continued(
            List<Prefetching> prefetches, Predicate<Prefetching> meant, UnaryOperator<Query> further) {
        for (int at = 0; at < prefetches.size(); at++) {
            Prefetching before = prefetches.get(at);
            if (before.key() != null && before.query() != null && meant.test(before)) {
                prefetches.set(at, new Prefetching(before.path(), further.apply(before.query()), before.key()));
                return true;
            }
        }
        return false;
    }
}
