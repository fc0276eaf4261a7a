package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.depot.QRack.RACK;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fetchwise.OnConflict;
import org.fetchwise.QuerySet;
import org.fetchwise.Upserted;
import org.fetchwise.blackbox.depot.Place;
import org.fetchwise.blackbox.depot.Rack;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that may be there already, on every database. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class UpsertTest {
    private static final int THREADS = 3;

    private final Engine engine;
    private final QueryRecorder recorder = new QueryRecorder();
    private Library library;
    private Books books;
    private QuerySet.Of<Tag> tags;

    UpsertTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        library = Library.empty(engine);
        books = library.database().withListener(recorder).querySet(Books.class);
        tags = library.database().withListener(recorder).objects(TAG);
    }

    @AfterEach
    void everyConnectionIsBack() throws Exception {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private Author author() {
        Author author = new Author();
        author.setName("Ada");
        return library.database().objects(AUTHOR).create(author);
    }

    private static Book book(Author author, int number, String title) {
        Book book = new Book();
        book.setTitle(title);
        book.setIsbn("isbn-" + number);
        book.setPages(number);
        book.setPrice(new BigDecimal("3.50"));
        book.setFormat(Format.EBOOK);
        book.setAuthor(author);
        return book;
    }

    private static List<Book> books(Author author, int from, int to, String title) {
        return IntStream.range(from, to)
                .mapToObj(number -> book(author, number, title))
                .toList();
    }

    private static Tag tag(@Nullable Integer id, @Nullable String label) {
        Tag tag = new Tag();
        tag.setId(id);
        tag.setLabel(label);
        return tag;
    }

    @Test
    void aBatch_takesTheStatementThatTheDatabaseHasForIt() {
        Author author = author();
        books.bulkCreate(books(author, 0, 500, "before"));
        recorder.clear();
        Upserted done = books.bulkUpsert(
                books(author, 0, 1_000, "after"), onConflict(BOOK.isbn).update(BOOK.title), 100);
        assertThat(done).isEqualTo(new Upserted(500, 500, 0));
        assertThat(recorder.texts()).hasSize(10);
        assertThat(books.filter(BOOK.title.eq("after")).count()).isEqualTo(1_000);
    }

    @Test
    void rowsThatStayTheSame_areCountedAsUpdated() {
        Author author = author();
        books.bulkCreate(books(author, 0, 3, "same"));
        assertThat(books.bulkUpsert(
                        books(author, 0, 4, "same"), onConflict(BOOK.isbn).update(BOOK.title)))
                .isEqualTo(new Upserted(1, 3, 0));
    }

    @Test
    void aVersion_goesUp_soThatWhoHasReadTheRowBeforeIsTold() {
        QuerySet.Of<Rack> racks = library.database().objects(RACK);
        Rack read = racks.create(new Rack(new Place("north", 1), "before"));
        List<Rack> given = List.of(new Rack(new Place("north", 1), "after"), new Rack(new Place("north", 2), "new"));
        assertThat(racks.bulkUpsert(
                        given, onConflict(RACK.place().hall, RACK.place().bay).update(RACK.label)))
                .isEqualTo(new Upserted(1, 1, 0));
        assertThat(racks.orderBy(RACK.place().bay)
                        .values(RACK.label, RACK.revision)
                        .into((label, revision) -> label + " " + revision)
                        .list())
                .containsExactly("after 1", "new 0");
        read.setLabel("late");
        assertThatThrownBy(() -> racks.save(read)).isInstanceOf(StaleObjectException.class);
        assertThat(racks.bulkUpsert(
                        given, onConflict(RACK.place().hall, RACK.place().bay).ignore()))
                .isEqualTo(new Upserted(0, 0, 2));
        assertThat(racks.filter(RACK.revision.eq(1)).count()).isEqualTo(1);
    }

    @Test
    void expressions_seeTheRowThatIsThere() {
        Author author = author();
        books.bulkCreate(books(author, 1, 3, "before"));
        books.bulkUpsert(
                books(author, 2, 4, "after"),
                onConflict(BOOK.isbn)
                        .update(BOOK.title)
                        .update(BOOK.pages.to(BOOK.pages.times(10).plus(7))));
        assertThat(books.orderBy(BOOK.isbn).values(BOOK.title).list()).containsExactly("before", "after", "after");
        assertThat(books.orderBy(BOOK.isbn).values(BOOK.pages).list()).containsExactly(1, 27, 3);
    }

    @Test
    void aClashInAnotherConstraint_isAnError_andNothingIsWritten() {
        Tag known = tags.create(tag(null, "known"));
        assertThatThrownBy(() -> tags.bulkUpsert(
                        List.of(tag(70, "new"), tag(known.getId(), "other")),
                        onConflict(TAG.label).ignore()))
                .isInstanceOfSatisfying(
                        ConstraintException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ConstraintException.Kind.UNIQUE));
        assertThatThrownBy(() -> tags.bulkUpsert(
                        List.of(tag(70, "new"), tag(71, "known")),
                        onConflict(TAG.id).update(TAG.label)))
                .isInstanceOf(ConstraintException.class);
        assertThat(tags.values(TAG.label).list()).containsExactly("known");
    }

    @Test
    void rowsByTheirKeys() {
        Tag known = tags.create(tag(null, "known"));
        assertThat(tags.bulkUpsert(
                        List.of(tag(known.getId(), "renamed"), tag(900, "new")),
                        onConflict(TAG.id).update(TAG.label)))
                .isEqualTo(new Upserted(1, 1, 0));
        assertThat(tags.orderBy(TAG.id).values(TAG.label).list()).containsExactly("renamed", "new");
        assertThatThrownBy(() -> tags.bulkUpsert(
                        List.of(tag(null, "none")), onConflict(TAG.id).update(TAG.label)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("has no value for [id]");
    }

    @Test
    void whatIsThere_isLeft_whateverConstraintTells() {
        Tag known = tags.create(tag(null, "known"));
        assertThat(tags.bulkUpsert(
                        List.of(tag(known.getId(), "x"), tag(901, "known"), tag(902, "new"), tag(903, "new")),
                        OnConflict.<Tag>onConflict().ignore()))
                .isEqualTo(new Upserted(1, 0, 3));
        assertThat(tags.orderBy(TAG.id).values(TAG.id).list()).containsExactly(known.getId(), 902);
    }

    @Test
    void otherErrors_areNotHidden() {
        assertThatThrownBy(() -> tags.bulkUpsert(
                        List.of(tag(null, "x".repeat(60))),
                        OnConflict.<Tag>onConflict().ignore()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> tags.bulkUpsert(
                        List.of(tag(null, null), tag(null, "fine")),
                        OnConflict.<Tag>onConflict().ignore()))
                .isInstanceOf(ConstraintException.class);
        assertThat(tags.exists()).isFalse();
    }

    @Test
    void theObjects_stayAsTheyAre() {
        Book known = book(author(), 1, "one");
        books.bulkUpsert(List.of(known), onConflict(BOOK.isbn).update(BOOK.title));
        assertThat(known.getId()).isNull();
    }

    @Test
    void whatHasNoMeaning_isRefused() {
        assertThatThrownBy(() ->
                        tags.bulkUpsert(List.of(), OnConflict.<Tag>onConflict().update(TAG.label)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("name the columns of one unique constraint");
        assertThatThrownBy(
                        () -> tags.bulkUpsert(List.of(), onConflict(TAG.label).update(TAG.id)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("a row keeps its key");
        assertThatThrownBy(() -> tags.bulkUpsert(
                        List.of(), onConflict(TAG.id).update(TAG.label).update(TAG.label.to("x"))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("sets 'label' twice");
    }

    @Test
    void threadsThatInsertTheSameRows_loseNone() throws Exception {
        Author author = author();
        List<Future<Upserted>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int at = 0; at < THREADS; at++) {
                done.add(threads.submit(() -> books.bulkUpsert(
                        books(author, 0, 20, "raced"),
                        onConflict(BOOK.isbn).update(BOOK.pages.to(BOOK.pages.plus(1))))));
            }
        }
        long inserted = 0;
        long updated = 0;
        for (Future<Upserted> upserted : done) {
            inserted += upserted.get().inserted();
            updated += upserted.get().updated();
        }
        assertThat(inserted).isEqualTo(20);
        assertThat(updated).isEqualTo(20 * (THREADS - 1));
        assertThat(books.count()).isEqualTo(20);
        assertThat(books.aggregate(BOOK.pages.sum())).isEqualTo(19 * 20 / 2 + 20L * (THREADS - 1));
    }
}
