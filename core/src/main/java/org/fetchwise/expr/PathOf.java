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
        List<Path> paths = new ArrayList<>();
        TermWalk.columns(term, column -> paths.add(column.path()));
        if (paths.isEmpty()) {
            throw new QueryException("An aggregate needs a column to take its rows from, but '" + term + "' has none.");
        }
        Path deepest = paths.get(0);
        for (Path path : paths) {
            if (path.steps().size() > deepest.steps().size()) {
                deepest = path;
            }
        }
        return deepest;
    }
}
