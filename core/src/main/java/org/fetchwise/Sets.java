package org.fetchwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Combination;
import org.fetchwise.query.Fetching;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SetOperator;

/** Turns union, intersection and difference into queries. */
final class Sets {
    private Sets() {}

    /** The rows of two queries put together. A query known to be empty is no part of it. */
    static Query combine(Query first, SetOperator operator, Duplicates duplicates, Query other) {
        requireSameRows(first, other);
        boolean all = duplicates == Duplicates.ALL;
        List<Query> parts = new ArrayList<>();
        if (continues(first, operator, all)) {
            parts.addAll(Objects.requireNonNull(first.combined()).parts());
        } else if (!first.isEmpty()) {
            parts.add(part(first));
        }
        if (!other.isEmpty()) {
            parts.add(part(other));
        }
        boolean empty = switch (operator) {
            case UNION -> parts.isEmpty();
            case INTERSECT -> first.isEmpty() || other.isEmpty();
            case EXCEPT -> first.isEmpty();
        };
        Query combined = Query.of(first.entity())
                .withClauses(List.<Clause>copyOf(first.annotations()))
                .withProjection(part(first).projection())
                .withPrefetches(first.prefetches())
                .with(first.fetching())
                .orderedBy(List.of())
                .combining(new Combination(operator, all, parts.isEmpty() ? List.of(part(first)) : parts));
        return empty ? combined.empty() : combined;
    }

    /** Whether a combination is simply made longer. */
    private static boolean continues(Query first, SetOperator operator, boolean all) {
        Combination before = first.combined();
        return before != null
                && !first.isEmpty()
                && before.operator() == operator
                && before.all() == all
                && first.slice().isEverything()
                && before.parts().get(0).projection().equals(first.projection());
    }

    /** Objects of combined rows come whole: rows with other columns could not be told to be equal. */
    private static Query part(Query query) {
        Query plain = query.withPrefetches(List.of()).with(Fetching.AS_HANDLE);
        return query.projection() instanceof Projection.Entities
                ? plain.withProjection(Projection.Entities.PLAIN)
                : plain;
    }

    private static void requireSameRows(Query first, Query other) {
        if (first.projection() instanceof Projection.Values values
                && other.projection() instanceof Projection.Values others) {
            values.items().forEach(item -> Aggregation.refuseRelated(first, item.term()));
            others.items().forEach(item -> Aggregation.refuseRelated(other, item.term()));
            if (values.items().size() != others.items().size()) {
                throw new QueryException("Queries of "
                        + values.items().size() + " and of " + others.items().size()
                        + " values cannot be combined: give both the same number.\nin query: " + first
                        + "\nand: " + other);
            }
        } else if (first.entity() != other.entity()
                || !first.projection().getClass().equals(other.projection().getClass())) {
            throw new QueryException("Queries of different rows cannot be combined: give both the same values(...)."
                    + "\nin query: " + first + "\nand: " + other);
        }
    }

    /** Refuses a call that the rows of a combination do not know. */
    static void refuse(Query query, String call) {
        if (query.combined() != null) {
            throw new UnsupportedFeatureException("Combined queries can be ordered, sliced, counted and combined again;"
                    + " call " + call + " on each of them before.\nin query: " + query);
        }
    }

    /** Requires that combined rows are ordered by values that they give. */
    static void requireGiven(Query query, List<Term.Order> orders) {
        for (Term.Order order : orders) {
            if (query.combined() != null && !isGiven(query, query.combined(), order.value())) {
                throw new QueryException("Combined rows are ordered by the values that they give, and '"
                        + plain(order.value()) + "' is none of them.\nin query: " + query);
            }
        }
    }

    /** Requires that nothing is calculated of combined rows. */
    static void requireGiven(Query query, Term value) {
        if (query.combined() != null && !isGiven(query, query.combined(), value)) {
            throw new UnsupportedFeatureException(
                    "Combined rows have the values that the queries give, and '" + plain(value)
                            + "' is none of them: ask for it in each of the queries before.\nin query: " + query);
        }
    }

    private static boolean isGiven(Query query, Combination combined, Term value) {
        Term term = plain(value);
        return combined.parts().get(0).projection() instanceof Projection.Values values
                ? values.items().stream().anyMatch(item -> plain(item.term()).equals(term))
                : isOfObject(query, term);
    }

    private static boolean isOfObject(Query query, Term term) {
        return (term instanceof Term.Column column && column.path().isRoot())
                || query.annotations().stream()
                        .anyMatch(annotate -> plain(annotate.term()).equals(term));
    }

    private static Term plain(Term term) {
        return term instanceof Term.Annotated annotated ? plain(annotated.value()) : term;
    }
}
