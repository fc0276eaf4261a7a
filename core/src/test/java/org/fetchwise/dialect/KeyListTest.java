package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.schema.Schema;
import org.fetchwise.servers.Engine;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyListTest {
    private static final Map<StorageType, ValueType<?>> TYPES = types();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void lists_findTheRowsOfTheirValues_howeverLong(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            for (StorageType type : TYPES.keySet()) {
                if (type == StorageType.BINARY
                        && !database.dialect().capabilities().binaryLists()) {
                    continue;
                }
                Select select = fill(database, type);
                IntFunction<Object> values = values(type);
                int distinct = type == StorageType.BOOLEAN ? 2 : 1_000;
                List<Object> none = List.of();
                List<Object> one = List.of(values.apply(1));
                List<Object> many = new ArrayList<>();
                for (int number = 1; number < 1_001; number++) {
                    many.add(values.apply(number % distinct + (type == StorageType.BOOLEAN ? 0 : 1)));
                }
                Collections.reverse(many);
                assertThat(database.longs(select, none)).as("none, %s", type).isEmpty();
                assertThat(database.longs(select, one)).as("one, %s", type).containsExactly(1L);
                List<Long> expected = type == StorageType.BOOLEAN ? List.of(0L, 1L) : List.of(1L, 2L);
                assertThat(database.longs(select, many))
                        .as("many, %s", type)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void text_isTheSame_whateverTheLength(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            Rendered rendered = database.dialect().render(fill(database, StorageType.BIGINT));
            assertThat(rendered.placeholders()).hasSize(1);
            assertThat(rendered.placeholders().getFirst().form()).isEqualTo(Rendered.Form.LIST);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void texts_areComparedExactly(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            Select select = fill(database, StorageType.VARCHAR, "plain", "Ünïcödé \"quoted\" \\ \n\u0001 'x'", "PLAIN");
            assertThat(database.longs(select, List.of("Ünïcödé \"quoted\" \\ \n\u0001 'x'", "PLAIN", "plain ")))
                    .containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"MARIADB", "SQLITE"})
    void lists_ofBytes_areRefusedByName(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            Select select = fill(database, StorageType.BINARY);
            assertThatThrownBy(() -> database.longs(select, List.of(new byte[] {1})))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(database.dialect().name())
                    .hasMessageContaining("byte arrays");
            assertThat(database.onLoan()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void lists_ofDocuments_areRefusedByName(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            Select select = inList(StorageType.JSON);
            database.execute("CREATE TABLE " + database.dialect().quote("book") + " ("
                    + database.dialect().quote("id") + " BIGINT, "
                    + database.dialect().quote("c") + " BIGINT)");
            assertThatThrownBy(() -> database.longs(select, List.of("[]")))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("JSON");
        }
    }

    @Test
    void everyTypeButDocumentsAndArrays_isTested() {
        assertThat(TYPES.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(StorageType.values())
                        .filter(type -> type != StorageType.JSON && type != StorageType.ARRAY)
                        .toList());
    }

    private static Select fill(RealDatabase database, StorageType type) throws Exception {
        IntFunction<Object> values = values(type);
        if (type == StorageType.BOOLEAN) {
            return fill(database, type, values.apply(0), values.apply(1));
        }
        return fill(database, type, values.apply(0), values.apply(1), values.apply(2));
    }

    /** Fills a table with values under the keys 0, 1, …, and gives the query for those that are in a list. */
    private static Select fill(RealDatabase database, StorageType type, Object... values) throws Exception {
        ColumnAttribute column = Trees.attribute(1, "c", Objects.requireNonNull(TYPES.get(type)));
        List<ColumnAttribute> columns = List.of(Trees.ID_COLUMN, column);
        Schema schema = new Schema(database.executor(), List.of(Trees.entity("book", columns, List.of(), List.of())));
        schema.drop();
        schema.create();
        for (int row = 0; row < values.length; row++) {
            database.insert("book", columns, List.of((long) row, values[row]));
        }
        return inList(type);
    }

    private static Select inList(StorageType type) {
        return Trees.where(Trees.select(Trees.ID), new SqlExpr.InParameter(Trees.column("c", type), 0, type, true));
    }

    private static Map<StorageType, ValueType<?>> types() {
        Map<StorageType, ValueType<?>> types = new EnumMap<>(StorageType.class);
        for (ValueType<?> type : List.of(
                ValueType.BOOLEAN,
                ValueType.SHORT,
                ValueType.INTEGER,
                ValueType.LONG,
                ValueType.FLOAT,
                ValueType.DOUBLE,
                ValueType.DECIMAL,
                ValueType.STRING,
                ValueType.TEXT,
                ValueType.UUID,
                ValueType.BYTES,
                ValueType.DATE,
                ValueType.TIME,
                ValueType.DATE_TIME,
                ValueType.INSTANT,
                ValueType.DURATION)) {
            types.put(type.storage(), type);
        }
        return types;
    }

    /** {@return a different value for each number, in stored form} */
    private static IntFunction<Object> values(StorageType type) {
        return switch (type) {
            case BOOLEAN -> number -> number == 1;
            case SMALLINT -> number -> (short) number;
            case INTEGER -> number -> number;
            case BIGINT -> number -> Long.MAX_VALUE - number;
            case REAL -> number -> number + 0.1f;
            case DOUBLE -> number -> number + 0.1;
            case DECIMAL -> number -> BigDecimal.valueOf(number * 10_000L + 1, 4);
            case VARCHAR, TEXT -> number -> "text " + number;
            case UUID -> number -> new UUID(7, number);
            case BINARY -> number -> ("bytes " + number).getBytes(StandardCharsets.UTF_8);
            case DATE -> number -> LocalDate.of(2026, 1, 15).plusDays(number);
            case TIME -> number -> LocalTime.of(12, 0, 0, 1_000).plusSeconds(number);
            case TIMESTAMP ->
                number -> LocalDate.of(2026, 1, 15).atTime(2, 30, 0, 1_000).plusHours(number);
            case INSTANT ->
                number -> Instant.parse("2026-01-15T12:00:00.000001Z").plusSeconds(number);
            case DURATION -> number -> Duration.ofMillis(number);
            case JSON, ARRAY -> throw new AssertionError();
        };
    }
}
