package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QSpecimen.SPECIMEN;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.value;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Specimen;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Instants taken in zones, as Java takes them: gaps and overlaps, odd offsets, and years that zone tables do not reach. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ZonesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<ZoneId> ZONES = List.of(
            BERLIN,
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Auckland"),
            ZoneOffset.ofHoursMinutes(5, 45),
            ZoneOffset.ofHours(-3));

    /** Around the gap and the overlap of Berlin and of Lord Howe in 2022, a leap day, and far from the present. */
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("2022-03-27T00:59:59.999999Z"),
            Instant.parse("2022-03-27T01:00:00Z"),
            Instant.parse("2022-10-29T23:59:59.999999Z"),
            Instant.parse("2022-10-30T00:30:00Z"),
            Instant.parse("2022-10-30T01:30:00Z"),
            Instant.parse("2022-04-02T14:45:00Z"),
            Instant.parse("2022-04-02T15:15:00Z"),
            Instant.parse("2024-02-29T23:59:59.500001Z"),
            Instant.parse("2023-12-31T23:30:00Z"),
            Instant.parse("1893-03-31T23:06:31.500000Z"),
            Instant.parse("1880-06-15T12:00:00.000001Z"),
            Instant.parse("1969-12-31T23:59:59Z"),
            Instant.parse("2045-07-01T12:00:00Z"));

    private static final DateTimeFormatter SPELLED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private final Engine engine;
    private final Library library;
    private final QuerySet.Of<Specimen> specimens;

    ZonesTest(Engine engine) {
        this.engine = engine;
        library = Library.own(engine);
        specimens = library.database().objects(SPECIMEN).orderBy(SPECIMEN.id);
        for (int at = 0; at < INSTANTS.size(); at++) {
            library.execute("""
                INSERT INTO "specimen" ("id", "flag_value", "tiny_value", "small_value", "number_value", "large_value",
                    "single_value", "precise_value", "letter_value", "instant_value", "duration_value") VALUES
                    (%d, TRUE, 0, 0, 0, 0, 0, 0, 'x', '%s', 90000000);
                """.formatted(at, SPELLED.format(INSTANTS.get(at).atOffset(ZoneOffset.UTC))));
        }
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void clocks_showWhatJavaSays() {
        for (ZoneId zone : ZONES) {
            assertThat(specimens.values(SPECIMEN.instant.inZone(zone)).list())
                    .as("%s", zone)
                    .isEqualTo(each(instant -> LocalDateTime.ofInstant(instant, zone)));
            assertThat(specimens.values(SPECIMEN.instant.date(zone)).list())
                    .isEqualTo(each(instant -> LocalDate.ofInstant(instant, zone)));
            assertThat(specimens.values(SPECIMEN.instant.inZone(zone).time()).list())
                    .isEqualTo(each(instant -> LocalTime.ofInstant(instant, zone)));
            assertThat(specimens.values(SPECIMEN.instant.inZone(zone).hour()).list())
                    .isEqualTo(each(
                            instant -> LocalDateTime.ofInstant(instant, zone).getHour()));
        }
    }

    @Test
    void truncations_areTheEarlierOfTwoInstants() {
        for (ZoneId zone : ZONES) {
            assertThat(specimens
                            .values(SPECIMEN.instant.truncTo(DateUnit.HOUR, zone))
                            .list())
                    .as("%s", zone)
                    .isEqualTo(each(instant -> truncated(instant, zone, ChronoUnit.HOURS)));
            assertThat(specimens
                            .values(SPECIMEN.instant.truncTo(DateUnit.DAY, zone))
                            .list())
                    .as("%s", zone)
                    .isEqualTo(each(instant -> truncated(instant, zone, ChronoUnit.DAYS)));
        }
    }

    private static Instant truncated(Instant instant, ZoneId zone, ChronoUnit unit) {
        return LocalDateTime.ofInstant(instant, zone)
                .truncatedTo(unit)
                .atZone(zone)
                .toInstant();
    }

    @Test
    void comparisons_findWhatTheValueItselfSays() {
        for (ZoneId zone : ZONES) {
            for (Instant instant : INSTANTS) {
                LocalDate day = LocalDate.ofInstant(instant, zone);
                assertThat(positions(SPECIMEN.instant.date(zone).eq(day)))
                        .as("%s in %s", day, zone)
                        .isEqualTo(
                                where(other -> LocalDate.ofInstant(other, zone).equals(day)));
                assertThat(positions(SPECIMEN.instant.date(zone).le(day)))
                        .isEqualTo(
                                where(other -> !LocalDate.ofInstant(other, zone).isAfter(day)));
                assertThat(positions(SPECIMEN.instant.inZone(zone).year().gt(day.getYear())))
                        .isEqualTo(
                                where(other -> LocalDate.ofInstant(other, zone).getYear() > day.getYear()));
                Instant hour = truncated(instant, zone, ChronoUnit.HOURS);
                assertThat(positions(
                                SPECIMEN.instant.truncTo(DateUnit.HOUR, zone).eq(hour)))
                        .as("%s in %s", hour, zone)
                        .isEqualTo(where(other ->
                                truncated(other, zone, ChronoUnit.HOURS).equals(hour)));
            }
        }
    }

    @Test
    void theHandlesZone_isTheDefault() {
        var inBerlin = library.database().withZone(BERLIN).objects(SPECIMEN).orderBy(SPECIMEN.id);
        assertThat(inBerlin.values(SPECIMEN.instant.date()).list())
                .isEqualTo(each(instant -> LocalDate.ofInstant(instant, BERLIN)));
        assertThat(specimens.values(SPECIMEN.instant.date()).list())
                .isEqualTo(each(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC)));
        assertThat(inBerlin.filter(SPECIMEN.instant.date().eq(LocalDate.parse("2024-03-01")))
                        .count())
                .isEqualTo(1);
        assertThat(inBerlin.dates(SPECIMEN.instant, DateUnit.YEAR).list())
                .isEqualTo(each(instant -> LocalDate.ofInstant(instant, BERLIN).withDayOfYear(1)).stream()
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void durations_moveInstants() {
        Duration day = Duration.ofDays(1).plusNanos(1_000);
        assertThat(specimens.values(SPECIMEN.instant.plus(day)).list()).isEqualTo(each(instant -> instant.plus(day)));
        assertThat(specimens.values(SPECIMEN.instant.minus(SPECIMEN.duration)).list())
                .isEqualTo(each(instant -> instant.minusSeconds(90)));
        assertThat(specimens
                        .values(SPECIMEN.instant.plus(day).since(SPECIMEN.instant))
                        .list())
                .containsOnly(day);
        assertThat(specimens.values(value(day).plus(field("instant"))).list())
                .isEqualTo(each(instant -> instant.plus(day)));
    }

    @Test
    void durations_areScaled() {
        AnyExpr duration = field("duration");
        assertThat(specimens.values(duration.times(2)).list()).containsOnly(Duration.ofMinutes(3));
        assertThat(specimens.values(value(2).times(duration)).list()).containsOnly(Duration.ofMinutes(3));
        assertThat(specimens.values(duration.times(0.5)).list()).containsOnly(Duration.ofSeconds(45));
        assertThat(specimens.values(duration.dividedBy(7)).list()).containsOnly(Duration.ofNanos(12_857_142_000L));
        assertThat(specimens.values(duration.dividedBy(new BigDecimal("0.7"))).list())
                .containsOnly(Duration.ofNanos(128_571_429_000L));
    }

    @Test
    void aDayOrAYear_usesTheIndex() throws SQLException {
        library.execute("CREATE INDEX \"by_instant\" ON \"specimen\" (\"instant_value\");");
        for (Condition<Specimen> condition : List.of(
                SPECIMEN.instant.date().eq(LocalDate.parse("2024-02-29")),
                SPECIMEN.instant.inZone(BERLIN).year().eq(2024),
                SPECIMEN.instant.truncTo(DateUnit.MONTH, BERLIN).eq(Instant.parse("2024-01-31T23:00:00Z")))) {
            QueryRecorder recorder = new QueryRecorder();
            var recorded = library.database().withListener(recorder).objects(SPECIMEN);
            assertThat(recorded.filter(condition).values(SPECIMEN.id).list()).isNotNull();
            String plan = plan(recorder.texts().get(0));
            assertThat(plan).as("%s", condition).containsIgnoringCase("by_instant");
        }
    }

    /** What the database says of a statement; two fixed instants stand for its values. */
    private String plan(String sql) throws SQLException {
        String explained = switch (engine) {
            case SQLITE -> "EXPLAIN QUERY PLAN " + sql;
            case H2, POSTGRESQL, MARIADB -> "EXPLAIN " + sql;
        };
        String literal = engine == Engine.H2 || engine == Engine.POSTGRESQL
                ? "TIMESTAMP WITH TIME ZONE '%s 00:00:00+00'"
                : "'%s'";
        String bound = explained
                .replaceFirst("\\?", literal.formatted("2024-02-29"))
                .replaceFirst("\\?", literal.formatted("2024-03-01"));
        List<String> lines = new ArrayList<>();
        try (Connection connection = library.pool().getConnection();
                Statement statement = connection.createStatement()) {
            if (engine == Engine.POSTGRESQL) {
                statement.execute("SET enable_seqscan = off");
            }
            if (engine == Engine.MARIADB) {
                bound = bound.replaceFirst("FROM `specimen`", "FROM `specimen` USE INDEX (`by_instant`)");
            }
            try (ResultSet rows = statement.executeQuery(bound)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int at = 1; at <= columns; at++) {
                        boolean candidates =
                                rows.getMetaData().getColumnLabel(at).equalsIgnoreCase("possible_keys");
                        lines.add(candidates ? "" : String.valueOf(rows.getString(at)));
                    }
                }
            }
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private List<Long> positions(Condition<Specimen> condition) {
        return specimens.filter(condition).values(SPECIMEN.id).list();
    }

    private static List<Long> where(Predicate<Instant> test) {
        List<Long> positions = new ArrayList<>();
        for (int at = 0; at < INSTANTS.size(); at++) {
            if (test.test(INSTANTS.get(at))) {
                positions.add((long) at);
            }
        }
        return positions;
    }

    private static <V> List<V> each(Function<Instant, V> function) {
        return INSTANTS.stream().map(function).toList();
    }
}
