package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;

/** Finds the columns that a condition compares itself: those inside aggregates are compared over other rows. */
final class Columns {
    private Columns() {}

    static List<Term.Column> of(Term term) {
        List<Term.Column> found = new ArrayList<>();
        collect(term, found);
        return found;
    }

    private static void collect(Term term, List<Term.Column> found) {
        if (term instanceof Term.Column column) {
            if (!found.contains(column)) {
                found.add(column);
            }
        } else if (!(term instanceof Term.Aggregate
                || term instanceof Term.Annotated
                || term instanceof Term.Windowed)) {
            TermWalk.rebuild(term, part -> {
                collect(part, found);
                return part;
            });
        }
    }
}
