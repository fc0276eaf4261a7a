package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.schema.Schema;
import org.fetchwise.servers.Engine;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StorageRoundTripTest {
    private enum Status {
        DRAFT,
        PUBLISHED
    }

    /** Values of one type, each of which must come back as it is, or as what it is cut to. */
    private record Sample(ValueType<?> type, List<?> values) {}

    private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final List<Sample> SAMPLES = List.of(
            new Sample(ValueType.BOOLEAN, List.of(true, false)),
            new Sample(ValueType.BYTE, List.of(Byte.MIN_VALUE, Byte.MAX_VALUE)),
            new Sample(ValueType.SHORT, List.of(Short.MIN_VALUE, Short.MAX_VALUE)),
            new Sample(ValueType.INTEGER, List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0)),
            new Sample(ValueType.LONG, List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L)),
            new Sample(ValueType.FLOAT, List.of(Float.MAX_VALUE, -Float.MAX_VALUE, 0.1f, 16_777_215f)),
            new Sample(ValueType.DOUBLE, List.of(Double.MAX_VALUE, -Double.MAX_VALUE, 0.1, Double.MIN_NORMAL)),
            new Sample(
                    ValueType.DECIMAL,
                    List.of(
                            new BigDecimal("99999999999.9999"),
                            new BigDecimal("-99999999999.9999"),
                            new BigDecimal("12.5000"),
                            new BigDecimal("0.0000"),
                            new BigDecimal("100.0000"))),
            new Sample(ValueType.STRING, List.of("", "Grüße, 世界 😀", "'\"\\%_!`\n\t{}?:", "x".repeat(100), " a ")),
            new Sample(ValueType.TEXT, List.of("", "ä".repeat(100_000))),
            new Sample(ValueType.CHARACTER, List.of('a', 'ß', '?')),
            new Sample(
                    ValueType.UUID,
                    List.of(new UUID(0, 0), new UUID(-1, -1), UUID.fromString("12345678-1234-7234-8234-1234567890ab"))),
            new Sample(ValueType.BYTES, List.of(new byte[0], everyByte(), new byte[70_000])),
            new Sample(ValueType.DATE, List.of(LocalDate.of(1000, 1, 1), LAST_DAY, LocalDate.of(1582, 10, 10))),
            new Sample(ValueType.TIME, List.of(LocalTime.MIDNIGHT, LAST_MICROSECOND, LocalTime.of(2, 30))),
            new Sample(
                    ValueType.DATE_TIME,
                    List.of(
                            LocalDateTime.of(1000, 1, 1, 0, 0),
                            LAST_DAY.atTime(LAST_MICROSECOND),
                            LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000))),
            new Sample(
                    ValueType.INSTANT,
                    List.of(
                            Instant.parse("1000-01-01T00:00:00Z"),
                            Instant.parse("9999-12-31T23:59:59.999999Z"),
                            Instant.parse("2026-10-25T00:30:00.000001Z"),
                            Instant.EPOCH)),
            new Sample(
                    ValueType.DURATION,
                    List.of(
                            Duration.ZERO,
                            Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS),
                            Duration.of(-1, ChronoUnit.MICROS),
                            Duration.ofDays(-36_500))),
            new Sample(ValueType.BIG_INTEGER, List.of(BigInteger.ZERO, BigInteger.valueOf(-99_999_999_999L))),
            new Sample(
                    ValueType.OFFSET_DATE_TIME,
                    List.of(
                            OffsetDateTime.parse("2026-10-25T00:30:00.000001Z"),
                            OffsetDateTime.parse("1000-01-01T00:00:00Z"))),
            new Sample(ValueType.ZONED_DATE_TIME, List.of(LAST_DAY.atStartOfDay(ZoneOffset.UTC))),
            new Sample(ValueType.YEAR, List.of(Year.of(-5), Year.of(2026), Year.of(Year.MAX_VALUE))),
            new Sample(ValueType.JSON, List.of("[]", "{\"a\":[1,null,\"ü😀\"]}", "\"text\"", "true", "123")),
            new Sample(ValueType.enumByName(Status.class), List.of(Status.DRAFT, Status.PUBLISHED)),
            new Sample(ValueType.enumByOrdinal(Status.class), List.of(Status.DRAFT, Status.PUBLISHED)));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyValue_comesBackAsItWas(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            List<ColumnAttribute> columns = createTable(database);
            int rows = SAMPLES.stream()
                    .mapToInt(sample -> sample.values().size())
                    .max()
                    .orElseThrow();
            for (int row = 0; row < rows; row++) {
                database.insert("book", columns, storedRow(row));
            }
            List<List<@Nullable Object>> read = database.rows(
                    Trees.ordered(
                            Trees.select(references(columns)), new SortKey(Trees.ID, false, SortKey.Nulls.DEFAULT)),
                    columns);
            for (int row = 0; row < rows; row++) {
                for (int at = 0; at < SAMPLES.size(); at++) {
                    assertThat(comparable(read.get(row).get(at + 1)))
                            .as("%s, row %d", SAMPLES.get(at).type(), row)
                            .isEqualTo(comparable(valueOf(SAMPLES.get(at), row)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void null_comesBackAsNull(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            List<ColumnAttribute> columns = createTable(database);
            List<@Nullable Object> values = nothingBut(1L, columns.size());
            database.insert("book", columns, values);
            List<List<@Nullable Object>> read = database.rows(Trees.select(references(columns)), columns);
            assertThat(read.getFirst().subList(1, columns.size()))
                    .containsOnlyNulls()
                    .hasSize(SAMPLES.size());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nanoseconds_areCut_notRounded(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            List<ColumnAttribute> columns = createTable(database);
            List<@Nullable Object> values = nothingBut(1L, columns.size());
            set(columns, values, ValueType.TIME, LocalTime.MAX);
            set(columns, values, ValueType.DATE_TIME, LAST_DAY.atTime(LocalTime.MAX));
            set(columns, values, ValueType.INSTANT, Instant.parse("1969-12-31T23:59:59.999999999Z"));
            database.insert("book", columns, values);
            List<@Nullable Object> read =
                    database.rows(Trees.select(references(columns)), columns).getFirst();
            assertThat(read)
                    .contains(
                            LAST_MICROSECOND,
                            LAST_DAY.atTime(LAST_MICROSECOND),
                            Instant.parse("1969-12-31T23:59:59.999999Z"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyValue_isFoundByItself(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            List<ColumnAttribute> columns = createTable(database);
            database.insert("book", columns, storedRow(0));
            SqlExpr[] references = references(columns);
            for (int at = 1; at < columns.size(); at++) {
                StorageType storage = columns.get(at).type().storage();
                if (storage == StorageType.JSON) {
                    continue; // What makes two documents equal differs between databases.
                }
                SqlExpr same = Trees.equal(references[at], Trees.parameter(0, storage));
                assertThat(database.longs(
                                Trees.where(Trees.select(Trees.ID), same),
                                storedRow(0).get(at)))
                        .as("%s", columns.get(at).type())
                        .containsExactly(0L);
            }
        }
    }

    @Test
    void sqlite_refusesDecimalsThatItCannotKeep() throws Exception {
        try (RealDatabase database = RealDatabase.open(Engine.SQLITE)) {
            database.execute("CREATE TABLE \"book\" (\"price\" DECIMAL(20, 4))");
            List<ColumnAttribute> price = List.of(Trees.attribute(0, "price", ValueType.DECIMAL));
            assertThatThrownBy(() -> database.insert("book", price, List.of(new BigDecimal("1234567890123456"))))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("15 digits")
                    .hasMessageNotContaining("1234567890123456");
            assertThat(database.onLoan()).isZero();
        }
    }

    private static List<ColumnAttribute> createTable(RealDatabase database) {
        List<ColumnAttribute> columns = new ArrayList<>(List.of(Trees.ID_COLUMN));
        for (Sample sample : SAMPLES) {
            String name = "c" + columns.size();
            int length = sample.type().equals(ValueType.BYTES) ? 0 : 100;
            columns.add(new ColumnAttribute(
                    columns.size(), name, name, sample.type(), length, 15, 4, null, Trait.NULLABLE));
        }
        new Schema(database.executor(), List.of(Trees.entity("book", columns, List.of(), List.of()))).create();
        return columns;
    }

    private static SqlExpr[] references(List<ColumnAttribute> columns) {
        return columns.stream()
                .map(column -> Trees.column(column.column(), column.type().storage()))
                .toArray(SqlExpr[]::new);
    }

    private static List<@Nullable Object> storedRow(int row) {
        List<@Nullable Object> stored = new ArrayList<>();
        stored.add((long) row);
        for (Sample sample : SAMPLES) {
            stored.add(sample.type().stored(valueOf(sample, row)));
        }
        return stored;
    }

    /** {@return a row of NULL that has a key} */
    private static List<@Nullable Object> nothingBut(long key, int columns) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(key);
        for (int at = 1; at < columns; at++) {
            values.add(null);
        }
        return values;
    }

    private static Object valueOf(Sample sample, int row) {
        return sample.values().get(row % sample.values().size());
    }

    private static void set(
            List<ColumnAttribute> columns, List<@Nullable Object> values, ValueType<?> type, Object value) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).type().equals(type)) {
                values.set(at, value);
            }
        }
    }

    /** Bytes as a list; documents without the spaces that PostgreSQL puts into them. */
    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> Arrays.toString(bytes);
            case String text when text.startsWith("{") -> text.replace(" ", "");
            case null, default -> value;
        };
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) at;
        }
        return bytes;
    }
}
