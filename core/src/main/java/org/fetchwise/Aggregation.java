package org.fetchwise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Key;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.query.TermWalk;

/** Turns calls that aggregate and group into queries. */
final class Aggregation {
    private Aggregation() {}

    /** One row of aggregates over all rows of a query. */
    static Query totals(Query query, Collection<? extends Expr<?, ?>> values) {
        List<Projection.Item> items = new ArrayList<>();
        Query named = query;
        for (Expr<?, ?> value : values) {
            refuseAliases(query, TermSource.termOf(value));
            Term term = withAggregates(items, Lookups.resolve(named, TermSource.termOf(value)));
            String name = QueryBuilding.nameOf(value, term);
            if (items.stream().anyMatch(item -> item.name().equals(name))) {
                throw new QueryException("Two aggregates are called '" + name
                        + "'. Give one another name with named(...).\nin query: " + query);
            }
            requireAggregate(query, term);
            TermWalk.aggregates(term, aggregate -> refuseWithin(query, aggregate, true));
            items.add(new Projection.Item(name, term));
            named = without(named, name).with(new Clause.Annotate(name, term, false));
        }
        boolean ofRelated = items.stream().anyMatch(item -> takesMany(item.term()));
        Query rows = ofRelated ? chosenFirst(QueryBuilding.whole(query)) : differentValues(query);
        return rows.withProjection(new Projection.Totals(items)).withPrefetches(List.of());
    }

    /** A query whose rows are different values: groups of them, which aggregates look at one by one. */
    private static Query differentValues(Query query) {
        boolean ofRows = query.distinct()
                && query.grouping() == null
                && query.combined() == null
                && query.slice().isEverything();
        if (!ofRows || !(query.projection() instanceof Projection.Values values)) {
            return query;
        }
        List<Term> terms = values.items().stream().map(Projection.Item::term).toList();
        boolean plain = terms.stream().noneMatch(term -> TermWalk.isAggregated(term) || TermWalk.isWindowed(term));
        return plain ? query.withDistinct(false).orderedBy(List.of()).groupedBy(terms) : query;
    }

    /** Whether an aggregate of a term takes rows of a to-many relation, of which each row of the query has any number. */
    private static boolean takesMany(Term term) {
        boolean[] found = {false};
        TermWalk.aggregates(
                term,
                aggregate -> found[0] = found[0]
                        || aggregate.rows().isToMany()
                        || (aggregate.filter() != null && TermWalk.spansMany(aggregate.filter())));
        return found[0];
    }

    /** An aggregate of this call that a later one names stands there itself. */
    private static Term withAggregates(List<Projection.Item> items, Term term) {
        return term instanceof Term.Annotated annotated
                        && items.stream().anyMatch(item -> item.term().equals(annotated.value()))
                ? annotated.value()
                : TermWalk.rebuild(term, part -> withAggregates(items, part));
    }

    private static void requireAggregate(Query query, Term term) {
        boolean[] beside = {false};
        besideAggregates(term, beside);
        if (!TermWalk.isAggregated(term) || beside[0]) {
            throw new QueryException("aggregate(...) gives one row for all, but '" + term
                    + "' has a value for each row. Take sum(), max() or another aggregate of it.\nin query: " + query);
        }
    }

    private static void besideAggregates(Term term, boolean[] found) {
        switch (term) {
            case Term.Aggregate aggregate -> {
                // its columns are aggregated
            }
            case Term.Column column -> found[0] = true;
            case Term.Windowed windowed -> found[0] = true;
            case Term other ->
                TermWalk.rebuild(other, part -> {
                    besideAggregates(part, found);
                    return part;
                });
        }
    }

    /** Refuses what is read only after the rows. */
    static void refuseRelated(Query query, Term term) {
        TermWalk.any(term, part -> {
            if (part instanceof Term.Related) {
                throw new QueryException(
                        "'" + part + "' is taken of related rows, which are read after the rows themselves: ask for it"
                                + " in values(...) of rows that are no groups; for conditions and orders take"
                                + " any(...), count() or another aggregate.\n"
                                + "in query: " + query);
            }
            return false;
        });
    }

    /** Refuses an aggregate of an aggregate or of a window: in one row there are no such rows to aggregate. */
    static void refuseNested(Query query, Term term) {
        refuseRelated(query, term);
        refuseWindows(query, term, false);
        TermWalk.aggregates(term, aggregate -> refuseWithin(query, aggregate, false));
    }

    /** Refuses a function over a window within another one, or where single rows of a relation are judged. */
    private static void refuseWindows(Query query, Term term, boolean within) {
        if (within && term instanceof Term.Windowed) {
            throw new QueryException("'" + term + "' looks at other rows, and stands where a single row is looked at:"
                    + " within another window, or in a condition on one row of a relation."
                    + " Annotate it in a query of its own, and use that as a subquery.\n"
                    + "in query: " + query);
        }
        boolean inside = within || term instanceof Term.Windowed;
        Term condition = switch (term) {
            case Term.Quantified quantified -> quantified.condition();
            case Term.Aggregate aggregate -> aggregate.rowFilter();
            default -> null;
        };
        if (condition != null) {
            refuseWindows(query, condition, true);
        }
        TermWalk.rebuild(term, part -> {
            refuseWindows(query, part, inside);
            return part;
        });
    }

    private static void refuseWithin(Query query, Term.Aggregate aggregate, boolean ofAnnotations) {
        for (Term part : parts(aggregate)) {
            boolean annotated = ofAnnotations && isOfAnnotations(query, part);
            if (!annotated && (TermWalk.isAggregated(part) || TermWalk.isWindowed(part))) {
                throw new QueryException("'" + aggregate + "' is an aggregate of an aggregate or of a window, which no"
                        + " row has. Annotate the inner one, and call aggregate(...) with the outer one.\nin query: "
                        + query);
            }
        }
    }

    private static List<Term> parts(Term.Aggregate aggregate) {
        List<Term> parts = new ArrayList<>();
        if (aggregate.argument() != null) {
            parts.add(aggregate.argument());
        }
        if (aggregate.filter() != null) {
            parts.add(aggregate.filter());
        }
        return parts;
    }

    /** Whether all aggregates and windows of a term are those of annotations, which each row has. */
    private static boolean isOfAnnotations(Query query, Term term) {
        if (term instanceof Term.Annotated
                || query.annotations().stream()
                        .anyMatch(annotate -> annotate.term().equals(term))) {
            return true;
        }
        if (term instanceof Term.Aggregate || term instanceof Term.Windowed) {
            return false;
        }
        boolean[] all = {true};
        TermWalk.rebuild(term, part -> {
            all[0] = all[0] && isOfAnnotations(query, part);
            return part;
        });
        return all[0];
    }

    /** Refuses to aggregate by name what alias has kept out of the rows, but for relations, which are nothing else. */
    private static void refuseAliases(Query query, Term term) {
        boolean relation = term instanceof Term.Named named
                && query.annotations().stream()
                        .anyMatch(annotate ->
                                annotate.name().equals(named.path()) && annotate.term() instanceof Term.Rows);
        if (!relation) {
            refuseAlias(query, term);
        }
        TermWalk.rebuild(term, part -> {
            refuseAliases(query, part);
            return part;
        });
    }

    /** Refuses to select by name what alias has kept out of the rows. */
    static void refuseAlias(Query query, Expr<?, ?> value) {
        refuseAlias(query, TermSource.termOf(value));
    }

    private static void refuseAlias(Query query, Term value) {
        if (value instanceof Term.Named named) {
            for (Clause.Annotate annotate : query.annotations()) {
                if (!annotate.given() && annotate.name().equals(named.path())) {
                    throw new QueryException("'" + named + "' is an alias, which no row has. Annotate it instead."
                            + "\nin query: " + query);
                }
            }
        }
    }

    /** A query without an earlier annotation of a name: a later one replaces it. */
    static Query without(Query query, String name) {
        List<Clause> clauses = new ArrayList<>(query.clauses());
        clauses.removeIf(clause ->
                clause instanceof Clause.Annotate before && before.name().equals(name));
        return clauses.size() == query.clauses().size() ? query : query.withClauses(clauses);
    }

    /** Groups rows by what is selected of them besides aggregates. */
    static Query groupedBySelection(Query query, List<Projection.Item> selected) {
        List<Term> keys = new ArrayList<>();
        for (Projection.Item item : selected) {
            if (!TermWalk.isAggregated(item.term())) {
                refuseComputed(query, item.term());
                keys.add(item.term());
            }
        }
        return query.groupedBy(keys);
    }

    private static void refuseComputed(Query query, Term key) {
        if (TermWalk.isAggregated(key) || TermWalk.isWindowed(key)) {
            throw new QueryException("Rows are grouped by values of each row, but '" + key
                    + "' is computed from several.\nin query: " + query);
        }
    }

    /** Groups rows by values. */
    static Query groupedBy(Query query, Collection<? extends Key<?>> keys) {
        Sets.refuse(query, "groupBy");
        if (!query.slice().isEverything()) {
            throw new QueryException("Group the rows before the slice.\nin query: " + query);
        }
        List<Term> terms = new ArrayList<>();
        for (Key<?> key : keys) {
            Term term = Lookups.resolve(query, TermSource.termOf(key));
            refuseRelated(query, term);
            refuseComputed(query, term);
            terms.add(term);
        }
        return chosenFirst(query).groupedBy(terms);
    }

    /**
     * A query whose rows are chosen by their keys, where an aggregate over what belongs to each row, a window or a first of
     * equal values has chosen them: as a condition of the grouped query it would be asked of each group. The other conditions
     * stay, for the aggregates of a relation keep to them.
     */
    private static Query chosenFirst(Query query) {
        List<Clause> clauses = new ArrayList<>(query.clauses());
        boolean chosen = clauses.removeIf(Aggregation::choosesComplete)
                || !query.distinctOn().isEmpty();
        if (query.grouping() != null || query.combined() != null || !chosen) {
            return query;
        }
        clauses.add(QueryBuilding.among(query.distinctOn().isEmpty() ? query.orderedBy(List.of()) : query));
        return query.withClauses(clauses).distinctOn(List.of());
    }

    /** Whether a condition chooses among rows that are complete. */
    private static boolean choosesComplete(Clause clause) {
        return clause instanceof Clause.Filter filter
                && (TermWalk.isAggregated(filter.condition()) || TermWalk.isWindowed(filter.condition()));
    }
}
