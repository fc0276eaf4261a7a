package org.fetchwise.query;

import java.util.List;
import java.util.Locale;
import org.fetchwise.sql.SetOperator;

/**
 * The rows of several queries put together.
 *
 * @param operator how
 * @param all whether equal rows are kept as often as they occur
 * @param parts the queries, at least one
 */
public record Combination(SetOperator operator, boolean all, List<Query> parts) {
    public Combination {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return operator.name().toLowerCase(Locale.ROOT) + (all ? " all " : " ") + parts;
    }
}
