package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QSpecimen.SPECIMEN;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Specimen;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.QueryException;
import org.fetchwise.event.BulkChange;
import org.fetchwise.expr.Column;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many new rows at once, on every database. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class BulkCreateTest {
    private final Engine engine;
    private final QueryRecorder recorder = new QueryRecorder();
    private Library library;
    private Database database;
    private QuerySet.Of<Tag> tags;

    BulkCreateTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        tags = database.objects(TAG);
    }

    @AfterEach
    void everyConnectionIsBack() throws Exception {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Stream<Tag> tags(int count) {
        return IntStream.range(0, count).mapToObj(number -> {
            Tag tag = new Tag();
            tag.setLabel("tag " + number);
            return tag;
        });
    }

    @Test
    void eachObject_getsItsOwnKey() {
        List<Tag> made = tags.bulkCreate(tags(2_500).toList());
        Map<Integer, String> stored = tags.list().stream().collect(Collectors.toMap(Tag::getId, Tag::getLabel));
        assertThat(made)
                .hasSize(2_500)
                .allSatisfy(tag -> assertThat(stored).containsEntry(tag.getId(), tag.getLabel()));
    }

    @Test
    void aThousandRows_areOneStatement_orAsManyAsTheBatchesSay() {
        tags.bulkCreate(tags(1_000).toList());
        assertThat(recorder.texts()).hasSize(1);
        recorder.clear();
        tags.delete();
        recorder.clear();
        tags.bulkCreate(tags(1_000).toList(), 100);
        assertThat(recorder.texts()).hasSize(10).containsOnly(recorder.texts().getFirst());
    }

    /** The same for rows that come as lists, and for rows each of whose values is a parameter. */
    @Test
    void everyType_isStoredAndReadAlike() {
        QuerySet.Of<Specimen> specimens = database.objects(SPECIMEN);
        List<Specimen> given =
                LongStream.range(0, 12).mapToObj(TypesTest::specimen).toList();
        specimens.bulkCreate(given.subList(0, 2));
        specimens.bulkCreate(given.subList(2, 12));
        assertStored(specimens, given);
    }

    @Test
    void everyType_isUpdatedAlike() {
        QuerySet.Of<Specimen> specimens = database.objects(SPECIMEN);
        specimens.bulkCreate(LongStream.range(0, 12)
                .mapToObj(id -> {
                    Specimen other = TypesTest.specimen(id + 1);
                    other.setId(id);
                    return other;
                })
                .toList());
        List<Specimen> given =
                LongStream.range(0, 12).mapToObj(TypesTest::specimen).toList();
        List<Column<Specimen, ?>> columns = List.of(
                SPECIMEN.flag,
                SPECIMEN.tiny,
                SPECIMEN.small,
                SPECIMEN.number,
                SPECIMEN.large,
                SPECIMEN.single,
                SPECIMEN.precise,
                SPECIMEN.letter,
                SPECIMEN.boxedFlag,
                SPECIMEN.boxedTiny,
                SPECIMEN.boxedSmall,
                SPECIMEN.boxedNumber,
                SPECIMEN.boxedLarge,
                SPECIMEN.boxedSingle,
                SPECIMEN.boxedPrecise,
                SPECIMEN.boxedLetter,
                SPECIMEN.text,
                SPECIMEN.uuid,
                SPECIMEN.bytes,
                SPECIMEN.date,
                SPECIMEN.time,
                SPECIMEN.dateTime,
                SPECIMEN.instant,
                SPECIMEN.duration,
                SPECIMEN.decimal,
                SPECIMEN.longText,
                SPECIMEN.json,
                SPECIMEN.formatByName,
                SPECIMEN.formatByOrdinal);
        recorder.clear();
        assertThat(specimens.bulkUpdate(given.subList(0, 2), columns)).isEqualTo(2);
        assertThat(specimens.bulkUpdate(given.subList(2, 12), columns)).isEqualTo(10);
        assertThat(recorder.texts()).hasSize(2);
        assertStored(specimens, given);
    }

    private static void assertStored(QuerySet.Of<Specimen> specimens, List<Specimen> given) {
        for (Specimen specimen : given) {
            Specimen stored = specimens.get(SPECIMEN.id.eq(specimen.getId()));
            assertThat(stored)
                    .usingRecursiveComparison()
                    .comparingOnlyFields(
                            "flag",
                            "tiny",
                            "small",
                            "number",
                            "large",
                            "single",
                            "precise",
                            "letter",
                            "boxedFlag",
                            "boxedTiny",
                            "boxedSmall",
                            "boxedNumber",
                            "boxedLarge",
                            "boxedSingle",
                            "boxedPrecise",
                            "boxedLetter",
                            "text",
                            "uuid",
                            "bytes",
                            "date",
                            "time",
                            "dateTime",
                            "instant",
                            "duration",
                            "longText",
                            "formatByName",
                            "formatByOrdinal")
                    .isEqualTo(specimen);
            if (specimen.getJson() != null) {
                assertThat(stored.getDecimal()).isEqualByComparingTo(specimen.getDecimal());
                assertThat(stored.getJson().replace(" ", "")).isEqualTo(specimen.getJson());
            }
        }
    }

    @Test
    void withoutKeys_theObjectsStayAsTheyAre() {
        List<Tag> given = tags(20).toList();
        assertThat(tags.withoutKeys().bulkCreate(given)).isEqualTo(20);
        assertThat(given).extracting(Tag::getId).containsOnlyNulls();
        assertThat(recorder.texts()).hasSize(1);
        assertThat(recorder.texts().getFirst()).startsWith("INSERT INTO").doesNotContain("RETURNING");
        assertThat(tags.count()).isEqualTo(20);
    }

    @Test
    void aStream_isReadWhileItsRowsAreWritten() {
        int count = 25_000;
        AtomicInteger statementsBeforeTheLast = new AtomicInteger();
        List<BulkChange<?>> told = new ArrayList<>();
        try (var subscription = database.events().afterWrite(TAG, change -> told.add((BulkChange<?>) change))) {
            assertThat(subscription).isNotNull();
            assertThat(tags.withoutKeys()
                            .bulkCreate(tags(count)
                                    .peek(tag -> statementsBeforeTheLast.set(
                                            recorder.texts().size()))))
                    .isEqualTo(count);
        }
        assertThat(statementsBeforeTheLast.get())
                .isBetween(2, 24)
                .isEqualTo(recorder.texts().size() - 1);
        assertThat(tags.count()).isEqualTo(count);
        assertThat(told).singleElement().satisfies(change -> {
            assertThat(change.rows()).isEqualTo(count);
            assertThat(change.objects()).isEmpty();
        });
    }

    @Test
    void aStream_insertsAllOrNone_andIsClosed() {
        AtomicInteger closed = new AtomicInteger();
        assertThatThrownBy(() -> tags.withoutKeys()
                        .bulkCreate(Stream.concat(tags(50), tags(1)).onClose(closed::incrementAndGet), 10))
                .isInstanceOf(ConstraintException.class);
        assertThat(closed).hasValue(1);
        assertThat(tags.exists()).isFalse();
        assertThatThrownBy(() -> tags.withoutKeys().bulkCreate(tags(1), 0)).isInstanceOf(QueryException.class);
        assertThat(tags.withoutKeys().bulkCreate(Stream.empty())).isZero();
    }

    @Test
    void rowsInChunks_areTakenOnceEach() {
        tags.withoutKeys().bulkCreate(tags(25));
        recorder.clear();
        assertThat(tags.filter(TAG.label.startsWith("tag")).inChunks(10).update(TAG.label.to(TAG.label.concat("!"))))
                .isEqualTo(25);
        assertThat(recorder.texts()).as("where a chunk ends, and the chunk").hasSize(6);
        assertThat(tags.filter(TAG.label.endsWith("!")).count()).isEqualTo(25);
        assertThat(tags.filter(TAG.label.endsWith("!!")).count()).isZero();
        assertThat(tags.filter(TAG.label.startsWith("tag 1"))
                        .inChunks(4)
                        .delete()
                        .rows())
                .isEqualTo(Map.of("Tag", 11L));
        assertThat(tags.inChunks(7).delete().total()).isEqualTo(14);
        assertThat(tags.inChunks(7).delete().total()).isZero();
    }

    @Test
    void aChunk_isNoSlice_andHasRows() {
        assertThatThrownBy(() -> tags.limit(3).inChunks(10))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("cannot be a slice");
        assertThatThrownBy(() -> tags.inChunks(0)).isInstanceOf(QueryException.class);
    }
}
