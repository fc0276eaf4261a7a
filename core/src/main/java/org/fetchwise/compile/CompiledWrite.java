package org.fetchwise.compile;

import java.util.Set;
import org.fetchwise.sql.Rendered;

/**
 * The shape of a change, compiled for one database.
 *
 * @param statement the text, and what its question marks stand for
 * @param reads the tables that the statement reads
 * @param writes the table that the statement itself changes
 */
public record CompiledWrite(Rendered statement, Set<String> reads, String writes) {
    public CompiledWrite {
        reads = Set.copyOf(reads);
    }
}
