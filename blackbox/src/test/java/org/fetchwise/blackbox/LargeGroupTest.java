package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QGenre.GENRE;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.expr.Functions.prefetch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.blackbox.library.Genre;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A hundred thousand books, each with an author and a genre of its own, a review and a tag. What is loaded for all of them takes time in
 * proportion to their number; loads that compared each row with each key would take hours.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class LargeGroupTest {
    private static final int BOOKS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    // To fill the tables takes longer than the tests, which only read.
    private static final Map<Engine, Library> FILLED = new ConcurrentHashMap<>();

    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final Books books;

    /** H2 takes lists of 65,536 values. */
    private final int parts;

    LargeGroupTest(Engine engine) {
        Library library = FILLED.computeIfAbsent(engine, LargeGroupTest::filled);
        database = library.database().withListener(recorder);
        books = database.querySet(Books.class);
        parts = engine == Engine.H2 ? 2 : 1;
    }

    private static Library filled(Engine engine) {
        Library library = Library.own(engine);
        library.execute("""
            CREATE TABLE digit (d INT);
            INSERT INTO digit VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
            CREATE TABLE number (n INT PRIMARY KEY);
            INSERT INTO number SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d
                FROM digit a, digit b, digit c, digit e, digit f;
            INSERT INTO "author" ("id", "name", "active") SELECT n, 'Author', TRUE FROM number;
            INSERT INTO "tag" ("id", "label") VALUES (1, 'one');
            INSERT INTO "genre" ("code", "title") SELECT n, 'Genre' FROM number;
            INSERT INTO "book" ("id", "title", "isbn", "pages", "price", "published", "format", "summary", "author_id",
                    "genre_code")
                SELECT n, 'Book', n, n, 1, TRUE, 'EBOOK', 'Summary', n, n FROM number;
            INSERT INTO "review" ("id", "book_id", "stars", "written_at")
                SELECT n, n, 5, '2021-01-01T10:00:00.000000Z' FROM number;
            INSERT INTO "book_tag" ("book_id", "tag_id") SELECT n, 1 FROM number;
            """);
        return library;
    }

    @AfterEach
    void forget() {
        recorder.clear();
    }

    @AfterParameterizedClassInvocation
    static void drop(Engine engine) throws SQLException {
        Objects.requireNonNull(FILLED.remove(engine)).close();
    }

    @Test
    void whatIsTouchedOnOne_isLoadedForAll() {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            List<Book> all = books.orderBy(BOOK.id).list();
            assertThat(all).hasSize(BOOKS);
            recorder.assertQueries(
                    parts,
                    () -> assertThat(all)
                            .allSatisfy(
                                    book -> assertThat(book.getAuthor().getId()).isEqualTo(book.getId())));
            recorder.assertQueries(
                    parts,
                    () -> assertThat(all).allMatch(book -> book.getSummary().equals("Summary")));
            recorder.assertQueries(
                    parts, () -> assertThat(all).allMatch(book -> book.getTags().size() == 1));
            recorder.assertQueries(
                    2 * parts,
                    () -> assertThat(all)
                            .allMatch(book -> book.getReviews().size() == 1
                                    && book.getReviews().getFirst().getStars() == 5));
            assertThat(recorder.causes())
                    .containsOnly(
                            new Cause.PeerCount("Book.reviews", BOOKS), new Cause.PeerLoad("Book.reviews", BOOKS));
        });
    }

    @Test
    void whatALinkTableLeadsTo_isLoadedForAll() {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            List<Book> all = books.orderBy(BOOK.id).list();
            recorder.assertQueries(
                    2 * parts,
                    () -> assertThat(all)
                            .allMatch(book ->
                                    book.getTags().iterator().next().getLabel().equals("one")));
            assertThat(recorder.causes())
                    .containsOnly(new Cause.PeerCount("Book.tags", BOOKS), new Cause.PeerLoad("Book.tags", BOOKS));
        });
    }

    @Test
    void whatTextsLeadTo_isLoadedForAll() {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            List<Genre> all = database.objects(GENRE).list();
            recorder.assertQueries(
                    2 * parts,
                    () -> assertThat(all)
                            .allMatch(genre ->
                                    genre.getBooks().getFirst().getIsbn().equals(genre.getCode())));
        });
    }

    @Test
    void slices_areTakenForEach() {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            var best = prefetch(
                            BOOK.reviews(),
                            database.objects(REVIEW)
                                    .orderBy(REVIEW.stars.desc())
                                    .limit(2))
                    .named("best");
            List<Book> all = recorder.assertQueries(
                    1 + parts, () -> books.prefetchRelated(best).list());
            assertThat(all).allMatch(book -> best.of(book).size() == 1);
        });
    }

    @Test
    void aboveTheBound_aPartIsLoadedAndReported() {
        List<Book> all = books.maxPeerRows(40_000).orderBy(BOOK.id).list();
        recorder.assertQueries(
                3,
                () -> all.forEach(book -> assertThat(book.getAuthor().getName()).isEqualTo("Author")));
        assertThat(recorder.causes())
                .containsExactly(
                        new Cause.PeerChunk("Book.author", 40_000, 100_000, 40_000),
                        new Cause.PeerChunk("Book.author", 40_000, 60_000, 40_000),
                        new Cause.PeerLoad("Book.author", 20_000));
        recorder.clear();
        Review last = all.get(BOOKS - 1).getReviews().getFirst();
        assertThat(last.getStars()).isEqualTo(5);
        assertThat(recorder.causes())
                .containsOnly(
                        new Cause.PeerCount("Book.reviews", BOOKS),
                        new Cause.PeerChunk("Book.reviews", 40_000, BOOKS, 40_000));
    }
}
