package org.fetchwise.plan;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.Path;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** Refuses aggregates that would take a row more than once, because they also speak of the rows of another relation. */
final class Multiplication {
    private Multiplication() {}

    static void refuse(Term.Aggregate aggregate) {
        List<RelationAttribute> rows = aggregate.rows().steps();
        refuse(aggregate, aggregate.argument(), rows);
    }

    private static void refuse(Term.Aggregate aggregate, @Nullable Term part, List<RelationAttribute> rows) {
        if (part == null) {
            return;
        }
        for (Term.Column column : Columns.of(part)) {
            Path path = column.path();
            List<RelationAttribute> steps = path.steps();
            for (int at = 0; at < steps.size(); at++) {
                boolean shared = at < rows.size() && rows.get(at).equals(steps.get(at));
                if (!shared && steps.get(at) instanceof ToManyAttribute) {
                    throw new QueryException("'" + aggregate + "' would take a row once for each of its '" + path.text()
                            + "'. Ask whether there is one with any(...) instead.");
                }
            }
        }
    }
}
