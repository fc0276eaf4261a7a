package org.fetchwise.plan;

import java.util.List;
import java.util.Set;
import org.fetchwise.sql.Select;

/**
 * A query as SQL.
 *
 * @param select the statement
 * @param rows what stands in the columns of its result
 * @param tables the tables it reads
 * @param strategies how each aggregate is computed, and why so, in sentences
 */
public record Planned(Select select, RowShape rows, Set<String> tables, List<String> strategies) {
    public Planned {
        tables = Set.copyOf(tables);
        strategies = List.copyOf(strategies);
    }
}
