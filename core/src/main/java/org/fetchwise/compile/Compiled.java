package org.fetchwise.compile;

import java.util.Set;
import org.fetchwise.plan.RowShape;
import org.fetchwise.sql.Rendered;

/**
 * The shape of a query, compiled for one database.
 *
 * @param statement the text, and what its question marks stand for
 * @param rows what stands in the columns of the result
 * @param reads the tables that the statement reads, link tables and those of subqueries included
 */
public record Compiled(Rendered statement, RowShape rows, Set<String> reads) {
    public Compiled {
        reads = Set.copyOf(reads);
    }
}
