package org.fetchwise.meta;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Binds values to the parameters of a statement by index, counted from 1. This class speaks plain JDBC 4.2; a dialect whose
 * driver differs overrides the methods concerned. Times are cut to whole microseconds, which is what all databases keep; some
 * drivers would round them up, into the next day at worst. Not thread-safe: one writer serves one statement.
 */
public class ParameterWriter {
    /** The statement being bound. */
    protected final PreparedStatement statement;

    /**
     * Creates a writer.
     *
     * @param statement the statement to bind to; the caller runs and closes it
     */
    public ParameterWriter(PreparedStatement statement) {
        this.statement = statement;
    }

    /**
     * Binds a value of any supported type.
     *
     * @param index the parameter's index
     * @param storage how the value is stored; its class is the one that {@link ValueType} gives for that storage
     * @param value the value, or null
     * @throws SQLException if the driver fails
     */
    public void bind(int index, StorageType storage, @Nullable Object value) throws SQLException {
        if (value == null) {
            bindNull(index, storage);
            return;
        }
        switch (storage) {
            case BOOLEAN -> bindBoolean(index, (Boolean) value);
            case SMALLINT, INTEGER -> statement.setInt(index, ((Number) value).intValue());
            case BIGINT -> statement.setLong(index, ((Number) value).longValue());
            case REAL, DOUBLE -> statement.setDouble(index, ((Number) value).doubleValue());
            case DECIMAL -> bindDecimal(index, (BigDecimal) value);
            case VARCHAR, TEXT -> statement.setString(index, (String) value);
            case UUID -> bindUuid(index, (UUID) value);
            case BINARY -> statement.setBytes(index, (byte[]) value);
            case DATE -> bindDate(index, (LocalDate) value);
            case TIME -> bindTime(index, ((LocalTime) value).truncatedTo(ChronoUnit.MICROS));
            case TIMESTAMP -> bindDateTime(index, ((LocalDateTime) value).truncatedTo(ChronoUnit.MICROS));
            case INSTANT -> bindInstant(index, ((Instant) value).truncatedTo(ChronoUnit.MICROS));
            case DURATION -> statement.setLong(index, microseconds((Duration) value));
            case JSON -> bindJson(index, (String) value);
            case ARRAY -> bindArray(index, (StoredArray) value);
        }
    }

    /**
     * {@return the length of time in whole microseconds, the rest dropped}
     *
     * @param value the length of time
     * @throws ArithmeticException if it is longer than a {@code long} can say
     */
    public static long microseconds(Duration value) {
        return Math.addExact(Math.multiplyExact(value.getSeconds(), 1_000_000L), value.getNano() / 1_000L);
    }

    /**
     * Binds NULL.
     *
     * @param index the parameter's index
     * @param storage how the column stores values
     * @throws SQLException if the driver fails
     */
    protected void bindNull(int index, StorageType storage) throws SQLException {
        statement.setNull(index, Types.NULL);
    }

    /**
     * Binds a truth value.
     *
     * @param index the parameter's index
     * @param value the value
     * @throws SQLException if the driver fails
     */
    protected void bindBoolean(int index, boolean value) throws SQLException {
        statement.setBoolean(index, value);
    }

    /**
     * Binds a decimal.
     *
     * @param index the parameter's index
     * @param value the value
     * @throws SQLException if the driver fails
     */
    protected void bindDecimal(int index, BigDecimal value) throws SQLException {
        statement.setBigDecimal(index, value);
    }

    /**
     * Binds a UUID.
     *
     * @param index the parameter's index
     * @param value the value
     * @throws SQLException if the driver fails
     */
    protected void bindUuid(int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }

    /**
     * Binds a date.
     *
     * @param index the parameter's index
     * @param value the value
     * @throws SQLException if the driver fails
     */
    protected void bindDate(int index, LocalDate value) throws SQLException {
        statement.setObject(index, value);
    }

    /**
     * Binds a time of day.
     *
     * @param index the parameter's index
     * @param value the value
     * @throws SQLException if the driver fails
     */
    protected void bindTime(int index, LocalTime value) throws SQLException {
        statement.setObject(index, value);
    }

    /**
     * Binds a date and time without a zone.
     *
     * @param index the parameter's index
     * @param value the value
     * @throws SQLException if the driver fails
     */
    protected void bindDateTime(int index, LocalDateTime value) throws SQLException {
        statement.setObject(index, value);
    }

    /**
     * Binds an instant.
     *
     * @param index the parameter's index
     * @param value the value, cut to microseconds
     * @throws SQLException if the driver fails
     */
    protected void bindInstant(int index, Instant value) throws SQLException {
        statement.setObject(index, value.atOffset(ZoneOffset.UTC));
    }

    /**
     * Only where {@code Capabilities.arrays()} says that there are any.
     *
     * @param index the parameter's index
     * @param value the elements
     * @throws SQLException if the driver fails
     */
    protected void bindArray(int index, StoredArray value) throws SQLException {
        throw new SQLFeatureNotSupportedException("There are no arrays.");
    }

    /**
     * Binds a JSON document.
     *
     * @param index the parameter's index
     * @param value its text
     * @throws SQLException if the driver fails
     */
    protected void bindJson(int index, String value) throws SQLException {
        statement.setString(index, value);
    }
}
