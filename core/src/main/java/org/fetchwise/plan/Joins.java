package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;

/** Tells which to-many relations the calls of a query speak of, and which call of filter an aggregate keeps to. */
final class Joins {
    private Joins() {}

    /** The paths over to-many relations on the way to the end of a path, the shortest first. */
    static List<Path> manyOn(Path path) {
        List<Path> found = new ArrayList<>();
        for (int at = 0; at < path.steps().size(); at++) {
            if (path.steps().get(at) instanceof ToManyAttribute) {
                found.add(Scope.prefix(path, at));
            }
        }
        return found;
    }

    /** The paths over to-many relations that a condition joins: those it speaks of outside negations and aggregates. */
    static Set<Path> of(Term condition) {
        Set<Path> found = new LinkedHashSet<>();
        collect(condition, found);
        return found;
    }

    private static void collect(Term term, Set<Path> found) {
        switch (term) {
            case Term.Column column -> found.addAll(manyOn(column.path()));
            case Term.Not not -> {
                // asks for rows that are not there
            }
            case Term.Aggregate aggregate -> {
                // has rows of its own
            }
            case Term.Annotated annotated -> {
                // is joined already
            }
            case Term other ->
                TermWalk.rebuild(other, part -> {
                    collect(part, found);
                    return part;
                });
        }
    }

    /** The paths over to-many relations that a value is taken from, one row for each: joined, they multiply the rows. */
    static Set<Path> multiplying(Term value) {
        Set<Path> found = new LinkedHashSet<>();
        Term term = value instanceof Term.Annotated annotated ? annotated.value() : value;
        collectValues(term, found);
        return found;
    }

    private static void collectValues(Term term, Set<Path> found) {
        switch (term) {
            case Term.Column column -> found.addAll(manyOn(column.path()));
            case Term.Aggregate aggregate -> {
                // has rows of its own
            }
            case Term other ->
                TermWalk.rebuild(other, part -> {
                    collectValues(part, found);
                    return part;
                });
        }
    }

    /** The position of the last call of filter before a position that joins a path, or -1. */
    static int lastCall(Query query, Path path, int before) {
        for (int at = Math.min(before, query.clauses().size()) - 1; at >= 0; at--) {
            if (query.clauses().get(at) instanceof Clause.Filter filter
                    && of(filter.condition()).contains(path)) {
                return at;
            }
        }
        return -1;
    }

    /** The position of the call that added an aggregate, or that of the end. */
    static int position(Query query, Term.Aggregate aggregate) {
        for (int at = 0; at < query.clauses().size(); at++) {
            if (query.clauses().get(at) instanceof Clause.Annotate annotate) {
                boolean[] found = {false};
                TermWalk.aggregates(annotate.term(), part -> found[0] = found[0] || part.equals(aggregate));
                if (found[0]) {
                    return at;
                }
            }
        }
        return query.clauses().size();
    }
}
