package org.fetchwise.conformance;

import java.util.List;
import java.util.Set;
import org.fetchwise.expr.LongAggregate;

/** The aggregates. */
final class Aggregates {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction("Count", Set.of("distinct", "filter"), Aggregates::count),
            new NamedFunction("Sum", arguments -> arguments.any(0).sum()),
            new NamedFunction("Avg", arguments -> arguments.any(0).avg()),
            new NamedFunction("Min", arguments -> arguments.any(0).min()),
            new NamedFunction("Max", arguments -> arguments.any(0).max()));

    private Aggregates() {}

    private static LongAggregate<Object> count(Arguments arguments) {
        LongAggregate<Object> count = arguments.flag("distinct")
                ? arguments.any(0).countDistinct()
                : arguments.any(0).count();
        return arguments.has("filter") ? count.filter(arguments.condition("filter")) : count;
    }
}
