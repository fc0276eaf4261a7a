package org.fetchwise;

import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Assignment;
import org.fetchwise.query.Query;

/**
 * The rows of a queryset, so many at a time, for changes of millions of rows that must not hold their locks or fill the log at
 * once. The rows are taken in the order of their keys, each once; each chunk takes effect by itself, unless a block is around
 * all of them. Immutable.
 *
 * @param <T> the entity
 */
public final class InChunks<T> {
    private final Database database;
    private final Query rows;
    private final int size;

    InChunks(Database database, Query rows, int size) {
        Sets.refuse(rows, "inChunks");
        if (size < 1) {
            throw new QueryException("A chunk has at least 1 row.\nin query: " + rows);
        }
        if (!rows.slice().isEverything() || !rows.distinctOn().isEmpty()) {
            throw new QueryException(
                    "inChunks takes the rows in the order of their keys, so they cannot be a slice: say"
                            + " which they are with filter(...).\nin query: " + rows);
        }
        this.database = database;
        this.rows = rows;
        this.size = size;
    }

    /**
     * Gives a column of all rows a new value. If a chunk fails those before it keep theirs.
     *
     * @param value the column and its value
     * @return how many rows there were
     */
    public long update(Assignment<? super T> value) {
        return updateAll(List.<Assignment<? super T>>of(value));
    }

    /**
     * Gives columns of all rows new values. If a chunk fails those before it keep theirs.
     *
     * @param values the columns and their values, at least one
     * @return how many rows there were
     */
    public long updateAll(Collection<? extends Assignment<? super T>> values) {
        return database.writing().updateInChunks(WriteBuilding.update(rows, values), size, database.caller());
    }

    /**
     * Deletes all rows, and what the relations that lead to them take along. If a chunk fails those before it are gone.
     *
     * @return how many rows of which entity went
     */
    public Deleted delete() {
        return new Deleted(database.writing().deleteInChunks(rows, size, database.caller()));
    }
}
