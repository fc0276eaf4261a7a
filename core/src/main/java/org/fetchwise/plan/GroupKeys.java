package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.query.Tuples;

/**
 * What a query with groups asks for.
 *
 * @param keys the values that make rows a group: those it was grouped by, and as in Django every other value that is
 *     selected, ordered by or compared beside an aggregate
 * @param aggregates the aggregates
 * @param having conditions on aggregates
 * @param windowed conditions on functions over windows
 * @param isWindowed whether there are functions over windows at all
 */
record GroupKeys(
        List<Term> keys, List<Term.Aggregate> aggregates, List<Term> having, List<Term> windowed, boolean isWindowed) {
    static GroupKeys of(Query query, List<Projection.Item> items) {
        Set<Term> keys = new LinkedHashSet<>();
        Set<Term.Aggregate> aggregates = new LinkedHashSet<>();
        List<Term> having = new ArrayList<>();
        List<Term> windowed = new ArrayList<>();
        List<Term> values = new ArrayList<>();
        if (query.grouping() != null) {
            query.grouping().forEach(term -> keys.addAll(Tuples.spreadValue(plain(term))));
        }
        items.forEach(item -> values.add(item.term()));
        for (Clause clause : query.clauses()) {
            if (clause instanceof Clause.Filter filter) {
                for (Term term : conjuncts(filter)) {
                    if (TermWalk.isWindowed(term)) {
                        windowed.add(term);
                    } else if (TermWalk.isAggregated(term)) {
                        having.add(term);
                    }
                }
            }
        }
        if (query.ordered()) {
            query.ordering().forEach(order -> values.add(order.value()));
        }
        values.addAll(having);
        values.addAll(windowed);
        for (Term value : values) {
            TermWalk.aggregates(value, aggregates::add);
            Tuples.spreadValue(plain(value)).forEach(part -> addBare(part, keys));
        }
        return new GroupKeys(
                List.copyOf(keys),
                List.copyOf(aggregates),
                having,
                windowed,
                values.stream().anyMatch(TermWalk::isWindowed));
    }

    static List<Term> conjuncts(Clause.Filter filter) {
        return conjuncts(filter.condition());
    }

    /** Where functions over windows are judged, every condition that can choose their rows before does. */
    private static List<Term> conjuncts(Term condition) {
        if (condition instanceof Term.And and) {
            return TermWalk.isWindowed(and)
                    ? and.terms().stream()
                            .flatMap(term -> conjuncts(term).stream())
                            .toList()
                    : and.terms();
        }
        return condition instanceof Term.Not not && not.condition() instanceof Term.Or or && TermWalk.isWindowed(or)
                ? or.terms().stream()
                        .flatMap(term -> conjuncts((Term) new Term.Not(term)).stream())
                        .toList()
                : List.of(condition);
    }

    static Term plain(Term term) {
        return term instanceof Term.Annotated annotated ? plain(annotated.value()) : term;
    }

    /** Adds the values that stand beside aggregates. */
    private static void addBare(Term term, Set<Term> keys) {
        boolean mixed = TermWalk.isAggregated(term) || TermWalk.isWindowed(term);
        if (keys.contains(term) || term instanceof Term.Aggregate) {
            return;
        }
        if (!mixed && !(term instanceof Term.Condition)) {
            if (isOfRow(term)) {
                keys.add(term);
            }
            return;
        }
        TermWalk.rebuild(term, part -> {
            addBare(plain(part), keys);
            return part;
        });
    }

    private static boolean isOfRow(Term term) {
        return TermWalk.any(
                term,
                part -> part instanceof Term.Column || part instanceof Term.Subselect || part instanceof Term.Exists);
    }
}
