package org.fetchwise;

import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;
import org.fetchwise.write.BulkRows;

/**
 * Inserts rows without asking for what the database makes of them, which is the fastest way: keys and generated values do not
 * come back, and the objects stay as they are. Immutable.
 *
 * @param <T> the entity
 */
public final class WithoutKeys<T> {
    private final Database database;
    private final BulkRows<T> rows;

    WithoutKeys(Database database, BulkRows<T> rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Inserts rows for new objects with few statements, which take effect together.
     *
     * @param objects plain objects
     * @return how many rows were inserted
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow one; then none is inserted
     */
    public long bulkCreate(Collection<? extends T> objects) {
        return create(objects.iterator(), Integer.MAX_VALUE);
    }

    /**
     * Inserts rows for the objects of a stream, which may be of any length: only those of one statement are in memory. All
     * statements take effect together. The stream is closed.
     *
     * @param objects plain objects
     * @return how many rows were inserted
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow one; then none is inserted
     */
    public long bulkCreate(Stream<? extends T> objects) {
        return bulkCreate(objects, Integer.MAX_VALUE);
    }

    /**
     * Inserts rows for the objects of a stream, so many at a time.
     *
     * @param objects plain objects; the stream is closed
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @return how many rows were inserted
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow one; then none is inserted
     */
    public long bulkCreate(Stream<? extends T> objects, int batchSize) {
        try (objects) {
            return create(objects.iterator(), batchSize);
        }
    }

    /**
     * {@return the statements that {@link #bulkCreate(Collection)} sends, why they are these, and the tables that they write, as
     * text} None is run, and no callback is called. A statement that names its rows one by one is shown with the first of them.
     *
     * @param objects plain objects, which stay as they are
     * @throws org.fetchwise.error.QueryException if one cannot be inserted
     */
    public String explainBulkCreate(Collection<? extends T> objects) {
        return rows.explainCreate(objects, Integer.MAX_VALUE, false);
    }

    private long create(Iterator<? extends T> objects, int batchSize) {
        return rows.createWithoutKeys(objects, batchSize, database.caller());
    }
}
