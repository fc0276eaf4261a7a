package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.library.QGauge.GAUGE;
import static org.fetchwise.expr.Functions.lookup;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Gauge;
import org.fetchwise.error.MappingException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.Condition;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.fetchwise.testkit.QueryRecorder;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays, where the database has them: as they are stored, as they change, and as Hibernate sees them. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL"})
class ArrayTest {
    private static final UUID SOURCE = new UUID(1, 2);
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000);

    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Gauge> gauges;

    ArrayTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        gauges = database.objects(GAUGE).orderBy(GAUGE.id);
    }

    @AfterEach
    void close() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Gauge full(long id) {
        Gauge gauge = new Gauge();
        gauge.setId(id);
        gauge.setLabels(new String[] {"a", null, "b,\"}'\\", "", "NULL"});
        gauge.setCounts(new int[] {3, 1});
        gauge.setReadings(new Long[] {Long.MAX_VALUE, null});
        gauge.setSources(new UUID[] {SOURCE});
        gauge.setRates(new double[] {0.1});
        gauge.setPrices(new BigDecimal[] {new BigDecimal("12.50")});
        gauge.setDays(new LocalDate[] {DAY, null});
        gauge.setMoments(new LocalDateTime[] {MOMENT});
        gauge.setFlags(new Boolean[] {true, null, false});
        gauge.setWords(List.of("old", "rare"));
        gauge.setNumbers(Set.of(7));
        return gauge;
    }

    private static Gauge sparse(long id) {
        Gauge gauge = new Gauge();
        gauge.setId(id);
        gauge.setReadings(new Long[0]);
        return gauge;
    }

    private static void expectFull(Gauge gauge) {
        assertThat(gauge.getLabels()).containsExactly("a", null, "b,\"}'\\", "", "NULL");
        assertThat(gauge.getCounts()).containsExactly(3, 1);
        assertThat(gauge.getReadings()).containsExactly(Long.MAX_VALUE, null);
        assertThat(gauge.getSources()).containsExactly(SOURCE);
        assertThat(gauge.getRates()).containsExactly(0.1);
        assertThat(gauge.getPrices()).containsExactly(new BigDecimal("12.50"));
        assertThat(gauge.getDays()).containsExactly(DAY, null);
        assertThat(gauge.getMoments()).containsExactly(MOMENT);
        assertThat(gauge.getFlags()).containsExactly(true, null, false);
        assertThat(gauge.getWords()).containsExactly("old", "rare");
        assertThat(gauge.getNumbers()).containsExactly(7);
    }

    @Test
    void arrays_comeBackAsTheyWere() {
        gauges.create(full(1));
        gauges.create(sparse(2));
        List<Gauge> read = gauges.list();
        expectFull(read.get(0));
        assertThat(read.get(1).getReadings()).isEmpty();
        assertThat(read.get(1).getCounts()).isNull();
        assertThat(read.get(1).getWords()).isNull();
        assertThat(gauges.values(GAUGE.words).list()).containsExactly(List.of("old", "rare"), null);
        assertThat(gauges.filter(GAUGE.id.eq(1)).values(GAUGE.counts).get()).containsExactly(3, 1);
    }

    @Test
    void arrays_areComparedAsAWhole() {
        gauges.create(full(1));
        gauges.create(sparse(2));
        for (Condition<? super Gauge> condition : List.<Condition<? super Gauge>>of(
                GAUGE.counts.eq(new int[] {3, 1}),
                GAUGE.sources.eq(new UUID[] {SOURCE}),
                GAUGE.rates.eq(new double[] {0.1}),
                GAUGE.words.eq(List.of("old", "rare")),
                GAUGE.days.isNotNull(),
                GAUGE.prices.eq(new BigDecimal[] {new BigDecimal("12.5")}),
                lookup("sources", new UUID[] {SOURCE}))) {
            assertThat(gauges.filter(condition).values(GAUGE.id).list())
                    .as("%s", condition)
                    .containsExactly(1L);
        }
        assertThat(gauges.filter(GAUGE.counts.eq(new int[] {1, 3})).exists()).isFalse();
    }

    @Test
    void aChangeWithin_isSaved_andNothingElse() {
        gauges.create(full(1));
        Gauge gauge = gauges.get();
        gauge.getLabels();
        recorder.clear();
        gauges.save(gauge);
        assertThat(recorder.texts()).isEmpty();

        gauge.getCounts()[0] = 4;
        gauge.getWords().add("torn");
        gauges.save(gauge);
        assertThat(recorder.texts())
                .singleElement()
                .asString()
                .contains("counts", "words")
                .doesNotContain("labels");
        gauge.getCounts()[1] = 5;
        gauges.save(gauge);
        int[] own = {6};
        gauge.setCounts(own);
        gauges.save(gauge);
        own[0] = 7;
        gauges.save(gauge);
        Gauge again = gauges.get();
        assertThat(again.getCounts()).containsExactly(7);
        assertThat(again.getWords()).containsExactly("old", "rare", "torn");
    }

    @Test
    void whatIsReadAgain_isUnchanged() {
        gauges.create(full(1));
        Gauge gauge = gauges.get();
        gauge.getCounts()[0] = 4;
        gauges.update(GAUGE.counts.to(new int[] {5}));
        gauges.refresh(gauge);
        recorder.clear();
        gauges.save(gauge);
        assertThat(recorder.texts()).isEmpty();
        assertThat(gauge.getCounts()).containsExactly(5);
    }

    @Test
    void arrays_areWrittenInBulk() {
        gauges.bulkCreate(
                LongStream.rangeClosed(1, 40).mapToObj(ArrayTest::full).toList());
        List<Gauge> read = gauges.list();
        assertThat(read).hasSize(40).allSatisfy(ArrayTest::expectFull);
        read.get(0).setCounts(null);
        read.get(1).setCounts(new int[] {9});
        gauges.bulkUpdate(read.subList(0, 20), List.of(GAUGE.counts));
        assertThat(gauges.slice(0, 3).values(GAUGE.counts).list())
                .usingRecursiveComparison()
                .isEqualTo(Arrays.asList(null, new int[] {9}, new int[] {3, 1}));
        gauges.bulkUpsert(List.of(sparse(1), full(41)), onConflict(GAUGE.id).update(GAUGE.readings, GAUGE.words));
        assertThat(gauges.get(GAUGE.id.eq(1)).getReadings()).isEmpty();
        expectFull(gauges.get(GAUGE.id.eq(41)));
        assertThat(gauges.filter(GAUGE.id.eq(3)).update(GAUGE.labels.to(new String[] {"x"}), GAUGE.words.to(List.of())))
                .isEqualTo(1);
        assertThat(gauges.filter(GAUGE.labels.eq(new String[] {"x"})).get().getWords())
                .isEmpty();
    }

    @Test
    void nothing_isNoPrimitive() {
        gauges.create(full(1));
        library.execute("UPDATE \"gauge\" SET \"counts\" = ARRAY[1, NULL];\n");
        assertThatThrownBy(gauges::list)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("NULL within an array that is declared as one of primitives");
    }

    @Test
    void listsOfArrays_areRefused() {
        assertThatThrownBy(() -> gauges.filter(GAUGE.counts.isIn(List.of(new int[] {1}, new int[] {2})))
                        .list())
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("arrays in a list");
    }

    @Test
    void whatEitherWrites_theOtherReads_inTheSameTypes() throws SQLException {
        try (SessionFactory hibernate = hibernate(library.url(), "none");
                TemporaryDatabase other = Servers.shared().newDatabase(library.engine(), "hibernate")) {
            gauges.create(full(1));
            expectFull(hibernate.fromSession(session -> session.find(Gauge.class, 1L)));
            hibernate.inTransaction(session -> session.persist(full(2)));
            expectFull(gauges.get(GAUGE.id.eq(2)));
            hibernate(other.url(), "create").close();
            assertThat(types(library.url())).hasSize(12).isEqualTo(types(other.url()));
            assertThat(library.schema().validate().all()).isEmpty();
        }
    }

    private static SessionFactory hibernate(String url, String creation) {
        return new Configuration()
                .addAnnotatedClasses(Gauge.class)
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.hbm2ddl.auto", creation)
                .setProperty("hibernate.globally_quoted_identifiers", true)
                .buildSessionFactory();
    }

    private Map<String, String> types(String url) throws SQLException {
        String query = library.engine() == Engine.H2
                ? "SELECT c.COLUMN_NAME, c.DATA_TYPE, e.DATA_TYPE, e.CHARACTER_MAXIMUM_LENGTH, e.NUMERIC_PRECISION,"
                        + " e.NUMERIC_SCALE, e.DATETIME_PRECISION FROM INFORMATION_SCHEMA.COLUMNS c"
                        + " LEFT JOIN INFORMATION_SCHEMA.ELEMENT_TYPES e ON e.OBJECT_NAME = c.TABLE_NAME"
                        + " AND e.COLLECTION_TYPE_IDENTIFIER = c.DTD_IDENTIFIER WHERE c.TABLE_NAME = 'gauge'"
                : "SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute"
                        + " WHERE attrelid = 'gauge'::regclass AND attnum > 0";
        Map<String, String> types = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                StringBuilder type = new StringBuilder();
                for (int at = 2; at <= rows.getMetaData().getColumnCount(); at++) {
                    // PostgreSQL keeps six digits of what says nothing.
                    type.append(String.valueOf(rows.getString(at)).replace("(6)", ""))
                            .append(' ');
                }
                types.put(rows.getString(1).toLowerCase(Locale.ROOT), type.toString());
            }
        }
        return types;
    }
}
