package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.List;
import org.fetchwise.meta.RowReader;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.jspecify.annotations.Nullable;

/** Reads the values of the rows of a result, one row after another. */
final class ValueRow {
    private final RowReader row;
    private final ValueColumn[] columns;

    ValueRow(RowReader row, List<ValueColumn> columns) {
        this.row = row;
        this.columns = columns.toArray(ValueColumn[]::new);
    }

    /**
     * {@return all values of the current row, in an array of their own}
     *
     * @throws SQLException if the driver fails
     */
    @Nullable
    Object[] values() throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = columns[at].type().read(row, columns[at].column());
        }
        return values;
    }
}
