package org.fetchwise.compile;

import java.util.Set;
import org.fetchwise.sql.Rendered;

/**
 * The shape of a change, compiled for one database.
 *
 * @param statement the text, and what its question marks stand for
 * @param reads the tables that the statement reads
 * @param writes the tables that change: that of the rows, and those that the database changes because of its foreign keys
 */
public record CompiledWrite(Rendered statement, Set<String> reads, Set<String> writes) {
    public CompiledWrite {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }
}
