package org.fetchwise.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link Dialect} owes, shown on a real database. A dialect's test extends it, and names the dialect and a database
 * in which tables may be made:
 *
 * <pre>{@code
 * class OurDialectTest extends DialectContract {
 *     protected Dialect dialect() { return new OurDialect(); }
 *     protected Connection connect() throws SQLException { return DriverManager.getConnection(URL); }
 * }
 * }</pre>
 */
public abstract class DialectContract {
    /** Named so that only careful quoting makes a table of it. */
    private static final String TABLE = "Select \"from\" `where`";

    /** For the constructors of subclasses. */
    protected DialectContract() {}

    /** {@return the dialect that is tested} */
    protected abstract Dialect dialect();

    /**
     * {@return a new connection to the database, which the contract closes}
     *
     * @throws SQLException if there is none
     */
    protected abstract Connection connect() throws SQLException;

    /** Some values of a type, which must come back as they went. */
    private record Sample<V>(String name, ValueType<V> type, List<V> values) {
        ColumnAttribute column() {
            int length = type.equals(ValueType.STRING) ? 100 : type.equals(ValueType.CHARACTER) ? 1 : 0;
            boolean decimal = type.equals(ValueType.DECIMAL);
            return new ColumnAttribute(
                    0, "value", "the value", type, length, decimal ? 12 : 0, decimal ? 3 : 0, null, Trait.NULLABLE);
        }
    }

    private static Stream<Sample<?>> samples() {
        return Stream.of(
                new Sample<>("boolean", ValueType.BOOLEAN, List.of(true, false)),
                new Sample<>("byte", ValueType.BYTE, List.of(Byte.MIN_VALUE, Byte.MAX_VALUE)),
                new Sample<>("short", ValueType.SHORT, List.of(Short.MIN_VALUE, Short.MAX_VALUE)),
                new Sample<>("int", ValueType.INTEGER, List.of(Integer.MIN_VALUE, Integer.MAX_VALUE)),
                new Sample<>("long", ValueType.LONG, List.of(Long.MIN_VALUE, Long.MAX_VALUE)),
                new Sample<>("float", ValueType.FLOAT, List.of(0.1f, -3.5e30f)),
                new Sample<>("double", ValueType.DOUBLE, List.of(0.1, -3.5e300)),
                new Sample<>(
                        "decimal",
                        ValueType.DECIMAL,
                        List.of(new BigDecimal("0.100"), new BigDecimal("-123456789.125"))),
                new Sample<>("text of a length", ValueType.STRING, List.of("", " ", "O'Neil \\ \"%_", "Grüße, 世界 😀")),
                new Sample<>("text", ValueType.TEXT, List.of("", "long".repeat(5_000))),
                new Sample<>("char", ValueType.CHARACTER, List.of('x', 'ß')),
                new Sample<>(
                        "UUID",
                        ValueType.UUID,
                        List.of(new UUID(0, 0), UUID.fromString("f81d4fae-7dec-41d0-a765-00a0c91e6bf6"))),
                new Sample<>("bytes", ValueType.BYTES, List.of(new byte[0], new byte[] {0, 1, -1})),
                new Sample<>("date", ValueType.DATE, List.of(LocalDate.of(1, 1, 2), LocalDate.of(9998, 12, 31))),
                new Sample<>(
                        "time", ValueType.TIME, List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000))),
                new Sample<>(
                        "date and time",
                        ValueType.DATE_TIME,
                        List.of(
                                LocalDateTime.of(2024, 2, 29, 23, 59, 59, 1_000),
                                LocalDateTime.of(2026, 3, 29, 2, 30))),
                new Sample<>(
                        "instant",
                        ValueType.INSTANT,
                        List.of(
                                Instant.EPOCH,
                                Instant.parse("1969-12-31T23:59:59.999999Z"),
                                Instant.parse("2026-03-29T01:30:00.000001Z"))),
                new Sample<>(
                        "duration",
                        ValueType.DURATION,
                        List.of(Duration.ZERO, Duration.ofDays(-400).plusNanos(1_000))));
    }

    /** {@return a test for each type of value: what is bound is what is read, also NULL, and it is found again} */
    @TestFactory
    Stream<DynamicTest> valuesComeBackAsTheyWent() {
        return samples().map(sample -> DynamicTest.dynamicTest(sample.name(), () -> roundTrip(sample)));
    }

    private <V> void roundTrip(Sample<V> sample) throws SQLException {
        ColumnAttribute column = sample.column();
        try (Connection connection = prepared()) {
            String table = dialect().quote(TABLE);
            String name = dialect().quote(column.column());
            run(
                    connection,
                    "CREATE TABLE " + table + " (" + name + " " + dialect().columnType(column) + ")");
            try {
                for (V value : sample.values()) {
                    write(connection, "INSERT INTO " + table + " VALUES (?)", sample.type(), value);
                    String back = "SELECT " + name + " FROM " + table + " WHERE " + name + " = ?";
                    // The nearest float is no value that a database promises to find.
                    boolean findable = !sample.type().equals(ValueType.FLOAT);
                    V read = findable
                            ? read(connection, back, sample.type(), value)
                            : read(connection, "SELECT " + name + " FROM " + table, sample.type(), null);
                    assertTrue(Objects.deepEquals(value, read), () -> value + " came back as " + read);
                    run(connection, "DELETE FROM " + table);
                }
                write(connection, "INSERT INTO " + table + " VALUES (?)", sample.type(), null);
                assertNull(read(connection, "SELECT " + name + " FROM " + table, sample.type(), null));
            } finally {
                run(connection, "DROP TABLE " + table);
            }
        }
    }

    private Connection prepared() throws SQLException {
        Connection connection = connect();
        dialect().prepare(connection);
        return connection;
    }

    private static void run(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private <V> void write(Connection connection, String text, ValueType<V> type, @Nullable V value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            dialect().parameters(statement).bind(1, type.storage(), type.stored(value));
            assertEquals(1, statement.executeUpdate());
        }
    }

    private <V> @Nullable V read(Connection connection, String text, ValueType<V> type, @Nullable V parameter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            if (parameter != null) {
                dialect().parameters(statement).bind(1, type.storage(), type.stored(parameter));
            }
            try (ResultSet rows = statement.executeQuery()) {
                RowReader reader = dialect().reader(rows);
                assertTrue(reader.next(), "The row is not found by its value.");
                V value = type.read(reader, 1);
                assertTrue(!reader.next(), "There is more than the row that was written.");
                return value;
            }
        }
    }

    /** A pool may hand a connection out that was prepared before. */
    @Test
    void aConnection_mayBePreparedAgain() throws SQLException {
        try (Connection connection = prepared()) {
            dialect().prepare(connection);
            assertTrue(connection.getAutoCommit());
        }
    }

    /** The error names the table and the way out. */
    @Test
    void aMissingTable_isNamed() throws SQLException {
        String text = "SELECT * FROM " + dialect().quote("no_such_table");
        try (Connection connection = prepared()) {
            SQLException failure = assertThrows(SQLException.class, () -> run(connection, text));

            FetchwiseException translated = dialect().translate(failure, text);

            assertInstanceOf(ExecutionException.class, translated);
            String message = String.valueOf(translated.getMessage());
            assertTrue(message.contains("no_such_table'") && message.contains("schema().create()"), message);
        }
    }
}
