package org.fetchwise.plan;

import java.util.Set;
import org.fetchwise.sql.SqlStatement;

/**
 * A change as SQL.
 *
 * @param statement the statement
 * @param reads the tables it reads, the changed one among them
 */
public record PlannedWrite(SqlStatement statement, Set<String> reads) {
    public PlannedWrite {
        reads = Set.copyOf(reads);
    }
}
