package org.fetchwise.write;

import java.util.List;
import org.fetchwise.event.BulkChange.Operation;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Query;
import org.fetchwise.query.Write;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Changes and deletes rows that a query chooses, with one statement each, and tells those who listen.
 *
 * @param statements runs the statements
 * @param announcements tells who listens
 * @param defaults the values that the library supplies
 */
record QueriedRows(Statements statements, Announcements announcements, Defaults defaults) {
    /** Gives columns of a query's rows new values. */
    long update(Write.Updating update, Reason reason) {
        return update(update, null, reason);
    }

    /** Gives columns of a query's rows, whose keys are perhaps known, new values. */
    long update(Write.Updating update, @Nullable List<Object> keys, Reason reason) {
        Write.Updating whole = whole(update);
        List<ColumnAttribute> columns =
                whole.sets().stream().map(Write.SetColumn::column).toList();
        return announced(Operation.UPDATED, whole.rows(), columns, keys, whole, reason);
    }

    /** An update with the values that the library adds to it. */
    Write.Updating whole(Write.Updating update) {
        return update.with(defaults.onUpdate(update.rows().entity()));
    }

    /** Deletes the rows of a query, and nothing else. */
    long delete(Query rows, @Nullable List<Object> keys, Reason reason) {
        return announced(Operation.DELETED, rows, List.of(), keys, new Write.Deleting(rows), reason);
    }

    private long announced(
            Operation operation,
            Query rows,
            List<ColumnAttribute> columns,
            @Nullable List<Object> known,
            Write write,
            Reason reason) {
        EntityMeta<?> entity = rows.entity();
        if (known == null && announcements.needKeys(entity)) {
            return statements.blocks().run(TransactionOptions.STANDARD, () -> {
                List<Object> keys = statements.keys(rows, reason);
                return announced(operation, rows, columns, keys, write, reason);
            });
        }
        return announcements.together(entity, () -> {
            long count = statements.write(write, reason);
            announcements.rows(operation, rows, count, columns, known);
            return count;
        });
    }
}
