package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of objects the values that the objects have in some columns. A version is compared and goes up. Serves one call.
 *
 * @param <T> the entity
 */
final class RowUpdates<T> {
    private final EntityMeta<T> meta;
    private final Statements statements;
    private final Defaults defaults;
    private final Reason reason;
    private final @Nullable ColumnAttribute version;
    private final List<ColumnAttribute> found;
    private final List<ColumnAttribute> set;

    /**
     * What one statement updates.
     *
     * @param statement the statement
     * @param objects the objects
     */
    record Batch<T>(UpdateEach statement, List<T> objects) {}

    RowUpdates(EntityMeta<T> meta, WriteRunner runner, List<ColumnAttribute> columns, Reason reason) {
        this.meta = meta;
        this.statements = runner.statements();
        this.defaults = runner.defaults();
        this.reason = reason;
        this.version = meta.version();
        this.found = new ArrayList<>(meta.key().columns());
        this.set = new ArrayList<>(columns);
        if (version != null) {
            found.add(version);
            set.remove(version);
            set.add(version);
        }
    }

    /** The objects of each statement. */
    List<Batch<T>> batches(List<T> objects, int batchSize) {
        Dialect dialect = statements.dialect();
        int columns = found.size() + set.size();
        boolean arrays = set.stream().anyMatch(NewRows::isArray);
        int most = Math.min(dialect.mostUpdatedRows(columns), batchSize);
        if (arrays) {
            most = Math.clamp(dialect.capabilities().maxParameters() / columns, 1, most);
        }
        List<UpdateEach.Cell> sets = new ArrayList<>(cells(set));
        if (version != null) {
            sets.add(sets.removeLast().next());
        }
        List<Batch<T>> batches = new ArrayList<>();
        for (int at = 0; at < objects.size(); at += most) {
            List<T> batch = objects.subList(at, Math.min(objects.size(), at + most));
            UpdateEach.Source source = dialect.bindsColumns(batch.size()) && !arrays
                    ? new UpdateEach.Lists()
                    : new UpdateEach.Rows(batch.size());
            batches.add(new Batch<>(new UpdateEach(meta.table(), cells(found), sets, source), batch));
        }
        return batches;
    }

    /**
     * Runs the statements and gives the number of rows.
     *
     * @throws StaleObjectException if a row has another version by now
     */
    long run(List<Batch<T>> batches) {
        long objects = 0;
        long rows = 0;
        for (Batch<T> batch : batches) {
            objects += batch.objects().size();
            rows += statements.write(batch.statement(), slots(batch), reason);
        }
        if (version != null) {
            if (rows != objects) {
                throw new StaleObjectException("Of " + objects + " rows of " + meta + " " + (objects - rows)
                        + " have been changed or deleted since they were read. Read them again, and decide anew.");
            }
            for (Batch<T> batch : batches) {
                for (T object : batch.objects()) {
                    meta.access().set(object, version.index(), next(object, version));
                }
            }
        }
        return rows;
    }

    private Object next(T object, ColumnAttribute column) {
        return Versions.nextVersion(column, meta.access().get(object, column.index()), defaults.clock());
    }

    private static List<UpdateEach.Cell> cells(List<ColumnAttribute> columns) {
        return columns.stream()
                .map(column ->
                        new UpdateEach.Cell(column.column(), column.type().storage()))
                .toList();
    }

    private @Nullable Object[] slots(Batch<T> batch) {
        int columns = found.size() + set.size();
        return switch (batch.statement().source()) {
            case UpdateEach.Rows rows -> {
                @Nullable Object[] slots = new Object[batch.objects().size() * columns];
                int slot = 0;
                for (T object : batch.objects()) {
                    for (int column = 0; column < columns; column++) {
                        slots[slot++] = value(object, column);
                    }
                }
                yield slots;
            }
            case UpdateEach.Lists lists -> {
                @Nullable Object[] slots = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    List<@Nullable Object> values =
                            new ArrayList<>(batch.objects().size());
                    for (T object : batch.objects()) {
                        values.add(value(object, column));
                    }
                    slots[column] = values;
                }
                yield slots;
            }
        };
    }

    /** What is bound for an object, in the order of the columns: what its row is found by, then its new values. */
    private @Nullable Object value(T object, int at) {
        if (at < found.size()) {
            return stored(object, found.get(at));
        }
        ColumnAttribute column = set.get(at - found.size());
        return column == version ? column.type().stored(next(object, column)) : stored(object, column);
    }

    private @Nullable Object stored(T object, ColumnAttribute column) {
        return column.type().stored(meta.access().get(object, column.index()));
    }
}
