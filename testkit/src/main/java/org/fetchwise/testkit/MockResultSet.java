package org.fetchwise.testkit;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The rows of one answer, read forwards. Reading a value allocates nothing. Not thread-safe. */
@SuppressWarnings("NullAway") // the interface, which bears no annotations, gives null for NULL
final class MockResultSet extends RefusingResultSet {
    private final MockRows rows;
    private int row = -1;
    private boolean wasNull;
    private boolean closed;

    MockResultSet(MockRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean next() {
        return ++row < rows.size();
    }

    private @Nullable Object value(int column) {
        Object value = rows.value(row, column - 1);
        wasNull = value == null;
        return value;
    }

    @Override
    public boolean wasNull() {
        return wasNull;
    }

    @Override
    public boolean getBoolean(int column) {
        return value(column) instanceof Boolean flag && flag;
    }

    @Override
    public int getInt(int column) {
        return value(column) instanceof Number number ? number.intValue() : 0;
    }

    @Override
    public long getLong(int column) {
        return value(column) instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public double getDouble(int column) {
        return value(column) instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public BigDecimal getBigDecimal(int column) {
        return (BigDecimal) value(column);
    }

    @Override
    public String getString(int column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    @Override
    public byte[] getBytes(int column) {
        return (byte[]) value(column);
    }

    @Override
    public Object getObject(int column) {
        return value(column);
    }

    @Override
    public <T> T getObject(int column, Class<T> type) throws SQLException {
        Object value = value(column);
        if (value != null && !type.isInstance(value)) {
            throw new SQLException("Column " + column + " of the MockRows holds a "
                    + value.getClass().getSimpleName() + ", but " + type.getSimpleName() + " is asked for.");
        }
        return type.cast(value);
    }

    @Override
    public Statement getStatement() {
        return null;
    }

    @Override
    public void setFetchSize(int size) {}

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
