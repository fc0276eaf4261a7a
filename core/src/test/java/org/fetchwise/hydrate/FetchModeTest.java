package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.expr.Functions.prefetch;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;
import static org.fetchwise.hydrate.shelf.QChapter.CHAPTER;

import java.util.List;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.meta.FetchMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the modes other than the default do with a touch. */
class FetchModeTest {
    private final Shelf shelf = new Shelf();

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
    void one_loadsEachObjectAloneAndMakesItsOwn() {
        List<Book> books = books(FetchMode.ONE);
        for (Book book : books) {
            assertThat(book.getAuthor().getName()).startsWith("Author");
            assertThat(book.getAuthor().getEmail()).startsWith("a");
        }
        assertThat(shelf.sent()).isEqualTo(6);
        assertThat(books.get(0).getAuthor()).isNotSameAs(books.get(3).getAuthor());
    }

    @Test
    void one_goesOnAlone() {
        for (Book book : books(FetchMode.ONE)) {
            for (Chapter chapter : book.getChapters()) {
                assertThat(chapter.getBook()).isSameAs(book);
                if (chapter.getEditor() != null) {
                    assertThat(chapter.getEditor().getName()).startsWith("Author");
                }
            }
        }
        assertThat(shelf.sent()).isEqualTo(6 + 15); // 21 chapters, of which six have no editor
    }

    @Test
    void one_doesNotFindThePredecessorAmongTheBooks() {
        List<Book> books = books(FetchMode.ONE);
        assertThat(books.get(1).getSequelOf()).isNotSameAs(books.get(0));
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void one_countsEachCollectionAlone() {
        for (Book book : books(FetchMode.ONE)) {
            assertThat(book.getChapters().size()).isEqualTo(book.getId().intValue());
        }
        assertThat(shelf.sent()).isEqualTo(6);
    }

    @Test
    void one_loadsADeferredColumnAlone() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .only(BOOK.title)
                .fetchMode(FetchMode.ONE)
                .list();
        shelf.sent();
        for (Book book : books) {
            assertThat(book.getSummary()).isEqualTo("Summary " + book.getId());
        }
        assertThat(shelf.sent()).isEqualTo(6);
    }

    @Test
    void raise_namesTheRelationAndTheCallToAdd() {
        Book book = books(FetchMode.RAISE).get(0);
        assertThatThrownBy(book::getAuthor)
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Book.author was not loaded")
                .hasMessageContaining("Add .selectRelated(BOOK.author()) to the query.");
        assertThatThrownBy(book::getChapters)
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Add .prefetchRelated(BOOK.chapters()) to the query.");
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void raise_namesTheColumn() {
        Book book = shelf.database()
                .objects(BOOK)
                .defer(BOOK.summary)
                .fetchMode(FetchMode.RAISE)
                .list()
                .get(0);
        assertThatThrownBy(book::getSummary)
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Remove BOOK.summary from .defer(...)");
    }

    @Test
    void raise_namesTheWholePathFromTheRootOfTheQuery() {
        Book book = shelf.database()
                .objects(BOOK)
                .prefetchRelated(BOOK.chapters())
                .fetchMode(FetchMode.RAISE)
                .orderBy(BOOK.id.desc())
                .list()
                .get(0);
        assertThatThrownBy(() -> book.getChapters().get(1).getEditor())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Chapter.editor")
                .hasMessageContaining("Add .prefetchRelated(BOOK.chapters().editor()) to the query.");
    }

    @Test
    void raise_allowsANullForeignKey() {
        assertThat(books(FetchMode.RAISE).get(1).getPublisher()).isNull();
    }

    @Test
    void prefetchedObjects_followTheModeOfTheirOwnQueryset() {
        var chapters =
                prefetch(BOOK.chapters(), shelf.database().objects(CHAPTER).fetchMode(FetchMode.RAISE));
        Book book = shelf.database()
                .objects(BOOK)
                .prefetchRelated(chapters)
                .orderBy(BOOK.id.desc())
                .list()
                .get(0);
        assertThatThrownBy(() -> chapters.of(book).get(1).getEditor()).isInstanceOf(LazyLoadException.class);
        assertThat(book.getAuthor().getName()).startsWith("Author");
    }

    @Test
    void handle_hasAModeOfItsOwn() {
        Book book = shelf.database()
                .withFetchMode(FetchMode.RAISE)
                .objects(BOOK)
                .list()
                .get(0);
        assertThatThrownBy(book::getAuthor).isInstanceOf(LazyLoadException.class);
    }
}
