package org.fetchwise.meta;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of the current row by column index, counted from 1. This class speaks plain JDBC 4.2; a dialect whose
 * driver differs overrides the methods concerned. Not thread-safe: one reader serves one result set.
 */
public class RowReader {
    /** The rows being read. */
    protected final ResultSet rows;

    private long count;

    /**
     * Creates a reader.
     *
     * @param rows the result to read from; the caller closes it
     */
    public RowReader(ResultSet rows) {
        this.rows = rows;
    }

    /**
     * {@return whether there was another row; it is then the current one}
     *
     * @throws SQLException if the driver fails
     */
    public final boolean next() throws SQLException {
        if (!rows.next()) {
            return false;
        }
        count++;
        return true;
    }

    /** {@return how many rows were read so far} */
    public final long count() {
        return count;
    }

    /**
     * {@return the boolean in a column that is never NULL}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public boolean booleanAt(int column) throws SQLException {
        return rows.getBoolean(column);
    }

    /**
     * {@return the int in a column that is never NULL}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public int intAt(int column) throws SQLException {
        return rows.getInt(column);
    }

    /**
     * {@return the long in a column that is never NULL}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public long longAt(int column) throws SQLException {
        return rows.getLong(column);
    }

    /**
     * {@return the double in a column that is never NULL}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public double doubleAt(int column) throws SQLException {
        return rows.getDouble(column);
    }

    /**
     * {@return the description of the columns}
     *
     * @throws SQLException if the driver fails
     */
    public final ResultSetMetaData columns() throws SQLException {
        return rows.getMetaData();
    }

    /**
     * {@return the value as the driver gives it, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public final @Nullable Object object(int column) throws SQLException {
        return rows.getObject(column);
    }

    /**
     * {@return whether the value read last was NULL}
     *
     * @throws SQLException if the driver fails
     */
    public final boolean wasNull() throws SQLException {
        return rows.wasNull();
    }

    /**
     * {@return the boolean, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public final @Nullable Boolean booleanOrNull(int column) throws SQLException {
        boolean value = booleanAt(column);
        return rows.wasNull() ? null : value;
    }

    /**
     * {@return the int, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public final @Nullable Integer intOrNull(int column) throws SQLException {
        int value = intAt(column);
        return rows.wasNull() ? null : value;
    }

    /**
     * {@return the long, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public final @Nullable Long longOrNull(int column) throws SQLException {
        long value = longAt(column);
        return rows.wasNull() ? null : value;
    }

    /**
     * {@return the double, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public final @Nullable Double doubleOrNull(int column) throws SQLException {
        double value = doubleAt(column);
        return rows.wasNull() ? null : value;
    }

    /**
     * {@return the decimal, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable BigDecimal decimal(int column) throws SQLException {
        return rows.getBigDecimal(column);
    }

    /**
     * {@return the text, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable String string(int column) throws SQLException {
        return rows.getString(column);
    }

    /**
     * {@return the UUID, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable UUID uuid(int column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    /**
     * {@return the bytes, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public byte @Nullable [] bytes(int column) throws SQLException {
        return rows.getBytes(column);
    }

    /**
     * {@return the date, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable LocalDate date(int column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }

    /**
     * {@return the time of day, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable LocalTime time(int column) throws SQLException {
        return rows.getObject(column, LocalTime.class);
    }

    /**
     * {@return the date and time without a zone, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable LocalDateTime dateTime(int column) throws SQLException {
        return rows.getObject(column, LocalDateTime.class);
    }

    /**
     * {@return the instant, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable Instant instant(int column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /**
     * {@return the duration, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable Duration duration(int column) throws SQLException {
        long microseconds = rows.getLong(column);
        return rows.wasNull() ? null : Duration.of(microseconds, ChronoUnit.MICROS);
    }

    /**
     * {@return the elements of an array, or null}
     *
     * @param column the column's index
     * @param element the type of the elements
     * @param <E> the type of the elements
     * @throws SQLException if the driver fails
     */
    @SuppressWarnings("NullAway") // what an array holds may be NULL
    public final <E> @Nullable List<E> array(int column, ValueType<E> element) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            return null;
        }
        List<E> values = new ArrayList<>();
        // JDBC gives a row for each element: its position, and itself.
        try (ResultSet elements = array.getResultSet()) {
            RowReader reader = of(elements);
            while (elements.next()) {
                values.add(element.read(reader, 2));
            }
        } finally {
            array.free();
        }
        return values;
    }

    /**
     * {@return a reader of the same database's for other rows}
     *
     * @param others the rows, which the caller closes
     */
    protected RowReader of(ResultSet others) {
        return new RowReader(others);
    }

    /**
     * {@return the text of a JSON document, or null}
     *
     * @param column the column's index
     * @throws SQLException if the driver fails
     */
    public @Nullable String json(int column) throws SQLException {
        return rows.getString(column);
    }
}
