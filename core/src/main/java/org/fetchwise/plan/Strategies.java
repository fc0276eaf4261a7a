package org.fetchwise.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.query.Term;

/** How the aggregates of a statement are computed, and why so. Mutable; serves one statement. */
final class Strategies {
    private final Map<Term.Aggregate, String> lines = new LinkedHashMap<>();

    void add(Term.Aggregate aggregate, String strategy, String rule) {
        lines.putIfAbsent(aggregate, aggregate + ": " + strategy + ", because " + rule);
    }

    /** One line for each aggregate. */
    List<String> lines() {
        return List.copyOf(lines.values());
    }
}
