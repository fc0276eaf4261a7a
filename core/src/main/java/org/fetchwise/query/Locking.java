package org.fetchwise.query;

import java.util.List;
import org.fetchwise.sql.Lock;

/**
 * How the rows of a query are locked until the transaction ends.
 *
 * @param waiting what happens where another transaction has locked a row
 * @param of the entities whose rows are locked, by the paths that lead to them; empty for all that the query reads
 */
public record Locking(Lock.Wait waiting, List<Path> of) {
    public Locking {
        of = List.copyOf(of);
    }
}
