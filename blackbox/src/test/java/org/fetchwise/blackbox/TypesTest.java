package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QSpecimen.SPECIMEN;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Specimen;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.Condition;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every supported type of attribute: read, compared, listed, and NULL. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class TypesTest {
    private static final UUID UUID_VALUE = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final Instant INSTANT = Instant.parse("2024-02-29T23:59:59.123456Z");
    private static final LocalDateTime DATE_TIME = LocalDateTime.parse("2024-02-29T23:59:59.123456");

    private final Engine engine;
    private final Library library;
    private final QuerySet.Of<Specimen> specimens;

    TypesTest(Engine engine) {
        this.engine = engine;
        library = Library.empty(engine);
        specimens = library.database().objects(SPECIMEN);
        library.execute("""
            INSERT INTO "specimen" ("id", "flag_value", "tiny_value", "small_value", "number_value", "large_value",
                "single_value", "precise_value", "letter_value", "boxed_flag_value", "boxed_tiny_value",
                "boxed_small_value", "boxed_number_value", "boxed_large_value", "boxed_single_value",
                "boxed_precise_value", "boxed_letter_value", "text_value", "uuid_value", "bytes_value", "date_value",
                "time_value", "date_time_value", "instant_value", "duration_value", "decimal_value", "long_text",
                "json_value", "format_name", "format_ordinal") VALUES
                (1, TRUE, -128, -32768, -2147483648, -9223372036854775808, 1.5, 0.1, 'x', FALSE, 127, 32767, 2147483647,
                9223372036854775807, -2.25, 1e100, 'ß', 'Grüße, 世界 😀', '0f8fad5b-d9cb-469f-a165-70867728950e',
                %s, '2024-02-29', '23:59:59.123456', '2024-02-29T23:59:59.123456', '2024-02-29T23:59:59.123456Z',
                93784000005, 12345678901.7890, 'long', %s, 'PAPERBACK', 2);
            INSERT INTO "specimen" ("id", "flag_value", "tiny_value", "small_value", "number_value", "large_value",
                "single_value", "precise_value", "letter_value") VALUES (2, FALSE, 0, 0, 0, 0, 0, 0, 'y');
            """.formatted(
                        engine == Engine.POSTGRESQL ? "'\\x0001ff'" : "X'0001ff'",
                        engine == Engine.H2 ? "JSON '[1, 2]'" : "'[1, 2]'"));
    }

    /** A new one whose every third brother has only what must not be null. */
    static Specimen specimen(long id) {
        Specimen specimen = new Specimen();
        specimen.setId(id);
        specimen.setLetter('x');
        if (id % 3 == 2) {
            return specimen;
        }
        specimen.setFlag(true);
        specimen.setTiny(Byte.MIN_VALUE);
        specimen.setSmall(Short.MIN_VALUE);
        specimen.setNumber(Integer.MIN_VALUE);
        specimen.setLarge(Long.MIN_VALUE);
        specimen.setSingle(1.5f);
        specimen.setPrecise(0.1);
        specimen.setBoxedFlag(false);
        specimen.setBoxedTiny(Byte.MAX_VALUE);
        specimen.setBoxedSmall(Short.MAX_VALUE);
        specimen.setBoxedNumber((int) id);
        specimen.setBoxedLarge(Long.MAX_VALUE);
        specimen.setBoxedSingle(-2.25f);
        specimen.setBoxedPrecise(1e100);
        specimen.setBoxedLetter('ß');
        specimen.setText("Grüße, {\"世界\"} 😀, NULL \\ '");
        specimen.setUuid(UUID_VALUE);
        specimen.setBytes(new byte[] {0, 1, -1});
        specimen.setDate(LocalDate.of(2024, 2, 29));
        specimen.setTime(LocalTime.parse("23:59:59.123456"));
        specimen.setDateTime(DATE_TIME);
        specimen.setInstant(INSTANT);
        specimen.setDuration(Duration.ofHours(26).plusNanos(5_000));
        specimen.setDecimal(new BigDecimal("12345678901.7890"));
        specimen.setLongText("long");
        specimen.setJson("[1,{\"a\":\"b\"}]");
        specimen.setFormatByName(Format.PAPERBACK);
        specimen.setFormatByOrdinal(Format.EBOOK);
        return specimen;
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void everyType_isReadExactly() {
        Specimen full = specimens.get(SPECIMEN.id.eq(1));
        assertThat(full.isFlag()).isTrue();
        assertThat(full.getTiny()).isEqualTo(Byte.MIN_VALUE);
        assertThat(full.getSmall()).isEqualTo(Short.MIN_VALUE);
        assertThat(full.getNumber()).isEqualTo(Integer.MIN_VALUE);
        assertThat(full.getLarge()).isEqualTo(Long.MIN_VALUE);
        assertThat(full.getSingle()).isEqualTo(1.5f);
        assertThat(full.getPrecise()).isEqualTo(0.1);
        assertThat(full.getLetter()).isEqualTo('x');
        assertThat(full.getBoxedFlag()).isFalse();
        assertThat(full.getBoxedTiny()).isEqualTo(Byte.MAX_VALUE);
        assertThat(full.getBoxedSmall()).isEqualTo(Short.MAX_VALUE);
        assertThat(full.getBoxedNumber()).isEqualTo(Integer.MAX_VALUE);
        assertThat(full.getBoxedLarge()).isEqualTo(Long.MAX_VALUE);
        assertThat(full.getBoxedSingle()).isEqualTo(-2.25f);
        assertThat(full.getBoxedPrecise()).isEqualTo(1e100);
        assertThat(full.getBoxedLetter()).isEqualTo('ß');
        assertThat(full.getText()).isEqualTo("Grüße, 世界 😀");
        assertThat(full.getUuid()).isEqualTo(UUID_VALUE);
        assertThat(full.getBytes()).containsExactly(0, 1, -1);
        assertThat(full.getDate()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(full.getTime()).isEqualTo(LocalTime.parse("23:59:59.123456"));
        assertThat(full.getDateTime()).isEqualTo(DATE_TIME);
        assertThat(full.getInstant()).isEqualTo(INSTANT);
        assertThat(full.getDuration())
                .isEqualTo(Duration.ofDays(1)
                        .plusHours(2)
                        .plusMinutes(3)
                        .plusSeconds(4)
                        .plusNanos(5_000));
        assertThat(full.getLongText()).isEqualTo("long");
        assertThat(full.getJson().replace(" ", "")).isEqualTo("[1,2]");
        assertThat(full.getFormatByName()).isEqualTo(Format.PAPERBACK);
        assertThat(full.getFormatByOrdinal()).isEqualTo(Format.EBOOK);
        assertThat(full.getNote()).isEqualTo("not in the table");
    }

    @Test
    void decimals_keepTheirScale() {
        assertThat(specimens.get(SPECIMEN.id.eq(1)).getDecimal()).isEqualTo(new BigDecimal("12345678901.7890"));
        assertThat(specimens.filter(SPECIMEN.id.eq(1)).values(SPECIMEN.decimal).list())
                .containsExactly(new BigDecimal("12345678901.7890"));
    }

    @Test
    void null_isNullOfEveryType() {
        Specimen empty = specimens.get(SPECIMEN.id.eq(2));
        assertThat(empty.isFlag()).isFalse();
        assertThat(empty.getLetter()).isEqualTo('y');
        assertThat(new Object[] {
                    empty.getBoxedFlag(),
                    empty.getBoxedTiny(),
                    empty.getBoxedSmall(),
                    empty.getBoxedNumber(),
                    empty.getBoxedLarge(),
                    empty.getBoxedSingle(),
                    empty.getBoxedPrecise(),
                    empty.getBoxedLetter(),
                    empty.getText(),
                    empty.getUuid(),
                    empty.getBytes(),
                    empty.getDate(),
                    empty.getTime(),
                    empty.getDateTime(),
                    empty.getInstant(),
                    empty.getDuration(),
                    empty.getDecimal(),
                    empty.getLongText(),
                    empty.getJson(),
                    empty.getFormatByName(),
                    empty.getFormatByOrdinal()
                })
                .containsOnlyNulls();
    }

    @Test
    void everyType_isCompared() {
        expectFirst(SPECIMEN.flag);
        expectFirst(SPECIMEN.tiny.eq(-128));
        expectFirst(SPECIMEN.small.eq(-32768));
        expectFirst(SPECIMEN.number.eq(Integer.MIN_VALUE));
        expectFirst(SPECIMEN.large.eq(Long.MIN_VALUE));
        expectFirst(SPECIMEN.single.eq(1.5));
        expectFirst(SPECIMEN.precise.eq(0.1));
        expectFirst(SPECIMEN.letter.eq('x'));
        expectFirst(SPECIMEN.boxedFlag.eq(false));
        expectFirst(SPECIMEN.boxedLarge.eq(Long.MAX_VALUE));
        expectFirst(SPECIMEN.boxedPrecise.gt(1e99));
        expectFirst(SPECIMEN.text.eq("Grüße, 世界 😀"));
        expectFirst(SPECIMEN.text.contains("世"));
        expectFirst(SPECIMEN.uuid.eq(UUID_VALUE));
        expectFirst(SPECIMEN.date.eq(LocalDate.of(2024, 2, 29)));
        expectFirst(SPECIMEN.time.eq(LocalTime.parse("23:59:59.123456")));
        expectFirst(SPECIMEN.time.gt(LocalTime.parse("23:59:59.123455")));
        expectFirst(SPECIMEN.dateTime.eq(DATE_TIME));
        expectFirst(SPECIMEN.instant.eq(INSTANT));
        expectFirst(SPECIMEN.instant.between(INSTANT.minusNanos(1_000), INSTANT));
        expectFirst(SPECIMEN.duration.gt(Duration.ofHours(26)));
        expectFirst(SPECIMEN.formatByName.eq(Format.PAPERBACK));
        expectFirst(SPECIMEN.formatByOrdinal.eq(Format.EBOOK));
        expectFirst(SPECIMEN.bytes.eq(new byte[] {0, 1, -1}));
        expectFirst(SPECIMEN.decimal.gt(new BigDecimal("12345678901")));
    }

    @Test
    void everyType_isListed() {
        expectFirst(SPECIMEN.tiny.isIn(-128, 5));
        expectFirst(SPECIMEN.large.isIn(Long.MIN_VALUE, 5L));
        expectFirst(SPECIMEN.precise.isIn(0.1, 7.5));
        expectFirst(SPECIMEN.single.isIn(1.5, 7.5));
        expectFirst(SPECIMEN.letter.isIn('x', 'z'));
        expectFirst(SPECIMEN.boxedFlag.isIn(false));
        Condition<Specimen> texts = SPECIMEN.text.isIn("Grüße, 世界 😀", "\"quoted\", \\ and {braces}");
        if (engine == Engine.MARIADB) {
            assertThatThrownBy(() -> specimens.filter(texts).list())
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("MariaDB cannot look for a text with characters beyond U+FFFF");
        } else {
            expectFirst(texts);
        }
        expectFirst(SPECIMEN.uuid.isIn(UUID_VALUE, UUID.randomUUID()));
        expectFirst(SPECIMEN.date.isIn(LocalDate.of(2024, 2, 29), LocalDate.EPOCH));
        expectFirst(SPECIMEN.time.isIn(LocalTime.parse("23:59:59.123456"), LocalTime.NOON));
        expectFirst(SPECIMEN.dateTime.isIn(DATE_TIME, LocalDateTime.MIN.withYear(1)));
        expectFirst(SPECIMEN.instant.isIn(INSTANT, Instant.EPOCH));
        expectFirst(SPECIMEN.duration.isIn(List.of(Duration.ofNanos(93_784_000_005_000L))));
        expectFirst(SPECIMEN.formatByName.isIn(Format.PAPERBACK, Format.HARDCOVER));
        expectFirst(SPECIMEN.formatByOrdinal.isIn(Format.EBOOK, Format.PAPERBACK));
    }

    private void expectFirst(Condition<Specimen> condition) {
        assertThat(specimens.filter(condition).values(SPECIMEN.id).list())
                .as("%s", condition)
                .containsExactly(1L);
    }

    @Test
    void everyType_isAValue() {
        assertThat(specimens
                        .filter(SPECIMEN.id.eq(1))
                        .valuesAll(List.of(
                                SPECIMEN.tiny,
                                SPECIMEN.single,
                                SPECIMEN.letter,
                                SPECIMEN.uuid,
                                SPECIMEN.date,
                                SPECIMEN.time,
                                SPECIMEN.dateTime,
                                SPECIMEN.instant,
                                SPECIMEN.formatByName,
                                SPECIMEN.formatByOrdinal))
                        .list()
                        .get(0)
                        .asMap()
                        .values())
                .last()
                .isEqualTo(Format.EBOOK);
        assertThat(specimens.orderBy(SPECIMEN.id).values(SPECIMEN.boxedNumber).list())
                .containsExactly(Integer.MAX_VALUE, null);
        assertThat(specimens.orderBy(SPECIMEN.id).values(SPECIMEN.instant).list())
                .containsExactly(INSTANT, null);
        assertThat(specimens.orderBy(SPECIMEN.id).values(SPECIMEN.letter).list())
                .containsExactly('x', 'y');
        assertThat(specimens.orderBy(SPECIMEN.id).values(SPECIMEN.tiny).list()).containsExactly(-128, 0);
        assertThat(specimens.orderBy(SPECIMEN.id).values(SPECIMEN.single).list())
                .containsExactly(1.5, 0.0);
    }

    @Test
    void anExpression_isReadBackInItsOwnType() {
        Specimen full = specimens.get(SPECIMEN.id.eq(1));
        assertThat(SPECIMEN.tiny.of(full)).isEqualTo(-128);
        assertThat(SPECIMEN.boxedSmall.of(full)).isEqualTo(32_767);
        assertThat(SPECIMEN.single.of(full)).isEqualTo(1.5);
        assertThat(SPECIMEN.formatByName.of(full)).isEqualTo(Format.PAPERBACK);
    }
}
