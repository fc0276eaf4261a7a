package org.fetchwise.plan;

import java.util.Set;
import org.fetchwise.sql.SqlStatement;

/**
 * A change as SQL.
 *
 * @param statement the statement
 * @param reads the tables it reads, the changed one among them
 * @param writes the table it changes
 */
public record PlannedWrite(SqlStatement statement, Set<String> reads, String writes) {
    public PlannedWrite {
        reads = Set.copyOf(reads);
    }
}
