package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.sql.Rendered;

/** How a database inserts rows that may be there already, and how it tells which were. */
public sealed interface Upserting {
    /** {@return the statements, in their order} */
    List<Rendered> statements();

    /**
     * {@return whether another transaction that inserts the same row at the same time makes this one fail, perhaps with some rows
     * written} Then it needs a transaction, and is tried again.
     */
    default boolean isRacing() {
        return false;
    }

    /**
     * One statement that leaves alone what is there, and counts what it has inserted.
     *
     * @param statement the statement
     * @param isRacing whether another transaction can make it fail
     */
    record Inserts(Rendered statement, boolean isRacing) implements Upserting {
        @Override
        public List<Rendered> statements() {
            return List.of(statement);
        }
    }

    /**
     * One statement that gives rows: the last one says how many rows were there.
     *
     * @param statement the statement
     * @param isRacing whether another transaction can make it fail
     */
    record TellsFound(Rendered statement, boolean isRacing) implements Upserting {
        @Override
        public List<Rendered> statements() {
            return List.of(statement);
        }
    }

    /**
     * A statement, and a query on the same connection that says how many rows were there.
     *
     * @param statement the statement
     * @param query the query
     */
    record ThenAsks(Rendered statement, Rendered query) implements Upserting {
        @Override
        public List<Rendered> statements() {
            return List.of(statement, query);
        }
    }
}
