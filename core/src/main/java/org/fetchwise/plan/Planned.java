package org.fetchwise.plan;

import java.util.Set;
import org.fetchwise.sql.Select;

/**
 * A query as SQL.
 *
 * @param select the statement
 * @param rows what stands in the columns of its result
 * @param tables the tables it reads
 */
public record Planned(Select select, RowShape rows, Set<String> tables) {
    public Planned {
        tables = Set.copyOf(tables);
    }
}
