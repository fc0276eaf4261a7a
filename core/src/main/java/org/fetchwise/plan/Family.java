package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;

/**
 * Aggregates that are taken over the same rows, so that one join serves all of them.
 *
 * @param rows the path whose rows they take; the root for the query's own rows
 * @param position the position of the call that added them: the calls of filter before it restrict the rows
 * @param aggregates the aggregates
 */
record Family(Path rows, int position, List<Term.Aggregate> aggregates) {
    /** The families of a query, that of its own rows first; one at least. */
    static List<Family> of(Query query, List<Term.Aggregate> aggregates) {
        Path root = Path.of(query.entity());
        List<Term.Aggregate> own = new ArrayList<>();
        Map<Family, List<Term.Aggregate>> related = new LinkedHashMap<>();
        for (Term.Aggregate aggregate : aggregates) {
            List<Path> many = Joins.manyOn(aggregate.rows());
            if (many.isEmpty()) {
                own.add(aggregate);
            } else {
                Path rows = many.get(many.size() - 1);
                int last = -1;
                for (Path path : many) {
                    last = Math.max(last, Joins.lastCall(query, path, Joins.position(query, aggregate)));
                }
                related.computeIfAbsent(new Family(rows, last + 1, List.of()), key -> new ArrayList<>())
                        .add(aggregate);
            }
        }
        int end = query.clauses().size();
        List<Family> families = new ArrayList<>();
        boolean alike = own.stream().allMatch(Family::isIndifferent);
        if (related.size() != 1 || !alike) {
            if (!own.isEmpty() || related.isEmpty()) {
                families.add(new Family(root, end, own));
            }
            own = List.of();
        }
        for (Map.Entry<Family, List<Term.Aggregate>> entry : related.entrySet()) {
            List<Term.Aggregate> all = new ArrayList<>(own);
            all.addAll(entry.getValue());
            families.add(new Family(entry.getKey().rows(), entry.getKey().position(), all));
        }
        return families;
    }

    /** Whether it makes no difference how often a value occurs. */
    private static boolean isIndifferent(Term.Aggregate aggregate) {
        return switch (aggregate.function()) {
            case MIN, MAX, BOOL_AND, BOOL_OR -> true;
            default -> aggregate.distinct() && aggregate.argument() != null;
        };
    }

    void explain(Strategies strategies, String strategy, String rule) {
        aggregates.forEach(aggregate -> strategies.add(aggregate, strategy, rule));
    }
}
