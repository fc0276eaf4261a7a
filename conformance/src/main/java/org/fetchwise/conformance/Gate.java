package org.fetchwise.conformance;

import java.util.Set;

/**
 * What must not fail on any database. The other families are run and reported by the command line, and come in here when
 * the library has what they are about.
 */
final class Gate {
    static final Set<String> FAMILIES = Set.of(
            "lookups",
            "relations",
            "exclude",
            "ordering",
            "slices",
            "fields",
            "prefetch",
            "functions",
            "conditional",
            "json");

    /** Cases of those families about something that belongs to another: changing rows, aggregates and subqueries. */
    static final Set<String> OUTSIDE = Set.of(
            "functions-lower-group",
            "functions-trunc-group",
            "conditional-case-exists",
            "conditional-case-in-aggregate",
            "conditional-group-by-condition",
            "json-group-by-key");

    private Gate() {}

    static boolean holds(Verdict verdict) {
        return verdict.status() != Verdict.Status.FAILED
                || !FAMILIES.contains(verdict.family())
                || OUTSIDE.contains(verdict.id());
    }
}
