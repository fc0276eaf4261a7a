package org.fetchwise.sql;

import java.util.List;

/**
 * The clause that locks the rows of a SELECT until the transaction ends.
 *
 * @param waiting what happens where another transaction has locked a row
 * @param of the aliases of the tables whose rows are locked; empty for all
 */
public record Lock(Wait waiting, List<String> of) {
    public Lock {
        of = List.copyOf(of);
    }

    /** What happens where another transaction has locked a row. */
    public enum Wait {
        /** The statement waits until that transaction ends. */
        WAIT,
        /** The statement fails at once. */
        NOWAIT,
        /** The row is left out, as if it were not there. */
        SKIP_LOCKED
    }

    @Override
    public String toString() {
        return "FOR UPDATE" + (of.isEmpty() ? "" : " OF " + String.join(", ", of))
                + (waiting == Wait.WAIT ? "" : " " + waiting);
    }
}
