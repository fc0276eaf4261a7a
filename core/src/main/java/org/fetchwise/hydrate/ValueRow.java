package org.fetchwise.hydrate;

import java.sql.SQLException;
import org.fetchwise.meta.RowReader;
import org.fetchwise.plan.RowShape;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.jspecify.annotations.Nullable;

/** The current row of a query of values. Valid only while it is handed out; the next row is read into the same object. */
public final class ValueRow {
    private final RowReader row;
    private final ValueColumn[] columns;

    ValueRow(RowReader row, RowShape.Fields fields) {
        this.row = row;
        columns = fields.columns().toArray(ValueColumn[]::new);
    }

    /** {@return the number of values} */
    public int size() {
        return columns.length;
    }

    /**
     * {@return one value, or null for SQL NULL}
     *
     * @param position the position of the value, counted from 0
     * @throws SQLException if the driver fails
     */
    public @Nullable Object value(int position) throws SQLException {
        ValueColumn column = columns[position];
        return column.type().read(row, column.column());
    }

    /**
     * {@return all values, in an array of their own}
     *
     * @throws SQLException if the driver fails
     */
    public @Nullable Object[] values() throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = columns[at].type().read(row, columns[at].column());
        }
        return values;
    }
}
