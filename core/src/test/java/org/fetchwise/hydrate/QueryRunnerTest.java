package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;
import static org.fetchwise.hydrate.shelf.QPublisher.PUBLISHER;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.hydrate.shelf.Publisher;
import org.fetchwise.hydrate.shelf.QAuthor;
import org.fetchwise.hydrate.shelf.QBook;
import org.fetchwise.hydrate.shelf.QChapter;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.meta.Managed;
import org.fetchwise.query.Path;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the runner does that no queryset asks for: prefetches for objects that were read before, and errors of the data. */
class QueryRunnerTest {
    private static final Path CHAPTERS = Path.of(QBook.META).then(QBook.META.relation("chapters"));
    private static final Path EDITORS = CHAPTERS.then(QChapter.META.relation("editor"));
    private static final List<Prefetching> CHAPTERS_AND_EDITORS = List.of(new Prefetching(EDITORS, null, null));

    private final Shelf shelf = new Shelf();
    private final QueryRunner runner = shelf.runner();

    @AfterEach
    void close() {
        shelf.close();
    }

    private List<Book> books(FetchMode mode) {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .fetchMode(mode)
                .orderBy(BOOK.id.asc())
                .list();
        shelf.sent();
        return books;
    }

    @Test
    void objectsOfOneEvaluation_keepTheirIdentity() {
        List<Book> books = books(FetchMode.PEERS);
        runner.prefetch(books.subList(0, 3), CHAPTERS_AND_EDITORS, null);
        assertThat(shelf.sent()).isEqualTo(2);
        assertThat(books.get(2).getChapters()).extracting(Chapter::getBook).containsOnly(books.get(2));
        assertThat(books.get(2).getChapters().get(1).getEditor().getName()).startsWith("Author");
        assertThat(shelf.sent()).isZero();
        // The author of the second book is known as the editor of a chapter already.
        assertThat(books.get(1).getAuthor())
                .isSameAs(books.get(2).getChapters().get(1).getEditor());
    }

    @Test
    void objectsOfSeveralEvaluations_areServedTogether() {
        List<Book> mixed = new ArrayList<>(books(FetchMode.PEERS));
        mixed.addAll(books(FetchMode.RAISE));
        mixed.addAll(books(FetchMode.ONE));
        runner.prefetch(mixed, CHAPTERS_AND_EDITORS, null);
        assertThat(shelf.sent()).isEqualTo(2);
        for (Book book : mixed) {
            assertThat(book.getChapters()).hasSize(book.getId().intValue());
        }
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void relationLoadedAlready_isNotLoadedAgain() {
        List<Book> books = books(FetchMode.ONE);
        runner.prefetch(books, CHAPTERS_AND_EDITORS, null);
        shelf.sent();
        runner.prefetch(books, CHAPTERS_AND_EDITORS, null);
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void namedPrefetchAtTheEndOfAPath_isKnownToObjectsThatGetNothing() {
        List<Book> books = books(FetchMode.PEERS);
        Object key = new Object();
        Query nobody = Query.of(QAuthor.META).empty();
        runner.prefetch(books, List.of(new Prefetching(EDITORS, nobody, key)), null);
        Extras extras = ((Managed) (Object) books.get(2).getChapters().get(1)).$extras();
        assertThat(extras)
                .isNotNull()
                .satisfies(each -> assertThat(each.indexOf(key)).isNotNegative());
    }

    @Test
    void plainObject_isRefusedWithTheWayOut() {
        assertThatThrownBy(() -> runner.prefetch(List.of(new Book()), CHAPTERS_AND_EDITORS, null))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("this Book is a plain object that was not read from the database")
                .hasMessageContaining("Read it with a queryset");
    }

    @Test
    void twoQuerysetsForOneRelation_areRefused() {
        List<Book> books = books(FetchMode.PEERS);
        Query some = Query.of(QChapter.META);
        List<Prefetching> twice =
                List.of(new Prefetching(CHAPTERS, some, null), new Prefetching(CHAPTERS, some.inReverse(), null));
        assertThatThrownBy(() -> runner.prefetch(books, twice, null))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("prefetch(BOOK.chapters(), ...).named(");
    }

    @Test
    void querysetOfThePrefix_holdsWhicheverPathComesFirst() {
        List<Book> books = books(FetchMode.PEERS);
        Query reversed = Query.of(QChapter.META).inReverse();
        runner.prefetch(
                books, List.of(new Prefetching(EDITORS, null, null), new Prefetching(CHAPTERS, reversed, null)), null);
        assertThat(shelf.sent()).isEqualTo(2);
        assertThat(books.get(2).getChapters()).extracting(Chapter::getNumber).containsExactly(3, 2, 1);
    }

    @Test
    void keysThatTheDatabaseTakesForEqual_leadToTheirOwners() {
        shelf.execute("set referential_integrity false");
        shelf.execute("alter table publisher alter column code varchar_ignorecase(10)");
        shelf.execute("alter table book alter column publisher_code varchar_ignorecase(10)");
        shelf.execute("update book set publisher_code = 'OUP' where id = 3");
        Publisher publisher = shelf.database().objects(PUBLISHER).list().get(0);
        assertThat(publisher.getBooks()).extracting(Book::getId).containsExactlyInAnyOrder(1L, 3L, 5L);
        for (Book book : shelf.database().objects(BOOK).filter(BOOK.publisher().isNotNull())) {
            assertThat(book.getPublisher().getCity()).isEqualTo("Oxford");
        }
    }
}
