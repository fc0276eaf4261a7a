package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.query.Path;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;

/** Finds the rows that a term takes its value from. */
final class PathOf {
    private PathOf() {}

    /** The deepest path among the columns of a term: an aggregate of the term is taken over its rows. */
    static Path rows(Term term) {
        List<Path> roots = new ArrayList<>();
        TermWalk.any(term, part -> {
            if (part instanceof Term.Column column) {
                roots.add(Path.of(column.path().root()));
            } else if (part instanceof Term.Aggregate aggregate) {
                roots.add(Path.of(aggregate.rows().root()));
            }
            return false;
        });
        if (roots.isEmpty()) {
            throw new QueryException("An aggregate needs a column to take its rows from, but '" + term + "' has none.");
        }
        return TermWalk.rows(term, roots.get(0));
    }
}
