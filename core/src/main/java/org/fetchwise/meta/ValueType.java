package org.fetchwise.meta;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.fetchwise.error.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * A Java type that can stand in a column: how it is stored, read and bound. Values are equal when class and storage are.
 *
 * @param <V> the Java type, boxed
 */
public final class ValueType<V> {
    public static final ValueType<Boolean> BOOLEAN =
            new ValueType<>(Boolean.class, StorageType.BOOLEAN, RowReader::booleanOrNull, value -> value);
    public static final ValueType<Byte> BYTE = new ValueType<>(
            Byte.class, StorageType.SMALLINT, (row, at) -> map(row.intOrNull(at), Integer::byteValue), value -> value);
    public static final ValueType<Short> SHORT = new ValueType<>(
            Short.class,
            StorageType.SMALLINT,
            (row, at) -> map(row.intOrNull(at), Integer::shortValue),
            value -> value);
    public static final ValueType<Integer> INTEGER =
            new ValueType<>(Integer.class, StorageType.INTEGER, RowReader::intOrNull, value -> value);
    public static final ValueType<Long> LONG =
            new ValueType<>(Long.class, StorageType.BIGINT, RowReader::longOrNull, value -> value);
    public static final ValueType<Float> FLOAT = new ValueType<>(
            Float.class, StorageType.REAL, (row, at) -> map(row.doubleOrNull(at), Double::floatValue), value -> value);
    public static final ValueType<Double> DOUBLE =
            new ValueType<>(Double.class, StorageType.DOUBLE, RowReader::doubleOrNull, value -> value);
    public static final ValueType<BigDecimal> DECIMAL =
            new ValueType<>(BigDecimal.class, StorageType.DECIMAL, RowReader::decimal, value -> value);
    public static final ValueType<String> STRING =
            new ValueType<>(String.class, StorageType.VARCHAR, RowReader::string, value -> value);
    public static final ValueType<String> TEXT =
            new ValueType<>(String.class, StorageType.TEXT, RowReader::string, value -> value);
    public static final ValueType<Character> CHARACTER = new ValueType<>(
            Character.class,
            StorageType.VARCHAR,
            (row, at) -> map(row.string(at), text -> text.charAt(0)),
            String::valueOf);
    public static final ValueType<UUID> UUID =
            new ValueType<>(UUID.class, StorageType.UUID, RowReader::uuid, value -> value);
    public static final ValueType<byte[]> BYTES =
            new ValueType<>(byte[].class, StorageType.BINARY, RowReader::bytes, value -> value);
    public static final ValueType<LocalDate> DATE =
            new ValueType<>(LocalDate.class, StorageType.DATE, RowReader::date, value -> value);
    public static final ValueType<LocalTime> TIME =
            new ValueType<>(LocalTime.class, StorageType.TIME, RowReader::time, value -> value);
    public static final ValueType<LocalDateTime> DATE_TIME =
            new ValueType<>(LocalDateTime.class, StorageType.TIMESTAMP, RowReader::dateTime, value -> value);
    public static final ValueType<Instant> INSTANT =
            new ValueType<>(Instant.class, StorageType.INSTANT, RowReader::instant, value -> value);
    public static final ValueType<Duration> DURATION =
            new ValueType<>(Duration.class, StorageType.DURATION, RowReader::duration, value -> value);
    public static final ValueType<String> JSON =
            new ValueType<>(String.class, StorageType.JSON, RowReader::json, value -> value);

    /** The type of an expression given as text, until the query that it is added to says it. No value has it. */
    public static final ValueType<Object> UNKNOWN =
            new ValueType<>(Object.class, StorageType.TEXT, RowReader::string, value -> value);

    private final Class<V> javaType;
    private final StorageType storage;
    private final Reading<V> reading;
    private final Function<V, Object> storing;

    private ValueType(Class<V> javaType, StorageType storage, Reading<V> reading, Function<V, Object> storing) {
        this.javaType = javaType;
        this.storage = storage;
        this.reading = reading;
        this.storing = storing;
    }

    /**
     * {@return the type of an enum stored by its constants' names}
     *
     * @param type the enum
     * @param <E> the enum
     */
    public static <E extends Enum<E>> ValueType<E> enumByName(Class<E> type) {
        return new ValueType<>(
                type, StorageType.VARCHAR, (row, at) -> map(row.string(at), text -> constant(type, text)), Enum::name);
    }

    /**
     * {@return the type of an enum stored by its constants' positions, counted from 0}
     *
     * @param type the enum
     * @param <E> the enum
     */
    public static <E extends Enum<E>> ValueType<E> enumByOrdinal(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return new ValueType<>(
                type,
                StorageType.SMALLINT,
                (row, at) -> map(row.intOrNull(at), ordinal -> constant(type, constants, ordinal)),
                Enum::ordinal);
    }

    /** {@return the Java type, boxed} */
    public Class<V> javaType() {
        return javaType;
    }

    /** {@return how values are stored} */
    public StorageType storage() {
        return storage;
    }

    /**
     * Reads a value of the current row.
     *
     * @param row the row
     * @param column the column's index, counted from 1
     * @return the value, or null for SQL NULL
     */
    public @Nullable V read(RowReader row, int column) throws SQLException {
        return reading.read(row, column);
    }

    /**
     * {@return the type in which expressions give such values} They know int, long and double only: bytes and shorts become
     * ints, floats doubles, and everything else stays as it is.
     */
    public ValueType<?> widened() {
        if (javaType == Byte.class || javaType == Short.class) {
            return INTEGER;
        }
        return javaType == Float.class ? DOUBLE : this;
    }

    /**
     * {@return the form in which a value is stored: itself, or an enum's name or position}
     *
     * @param value the value, of this type
     */
    public @Nullable Object stored(@Nullable Object value) {
        return value == null ? null : storing.apply(javaType.cast(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueType<?> type && type.javaType == javaType && type.storage == storage;
    }

    @Override
    public int hashCode() {
        return 31 * javaType.hashCode() + storage.hashCode();
    }

    @Override
    public String toString() {
        return javaType.getSimpleName() + " as " + storage;
    }

    private static <A, B> @Nullable B map(@Nullable A value, Function<A, B> function) {
        return value == null ? null : function.apply(value);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new MappingException(
                    "A row holds a name that is no constant of " + type.getName()
                            + ": add the constant, or mend the row.",
                    unknown);
        }
    }

    private static <E> E constant(Class<E> type, E[] constants, int ordinal) {
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new MappingException("A row holds the position " + ordinal + ", but " + type.getName() + " has "
                    + constants.length + " constants, counted from 0.");
        }
        return constants[ordinal];
    }

    /** Reads one value of the current row. */
    @FunctionalInterface
    private interface Reading<V> {
        @Nullable
        V read(RowReader row, int column) throws SQLException;
    }
}
