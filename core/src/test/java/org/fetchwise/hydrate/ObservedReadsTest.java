package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.util.List;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.Managed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While somebody watches, objects note which of their attributes are read. */
class ObservedReadsTest {
    private final Shelf shelf = new Shelf(true);

    @AfterEach
    void close() {
        shelf.close();
    }

    private static boolean wasRead(Book book, String name) {
        Managed managed = (Managed) (Object) book;
        Attribute attribute = managed.$meta().find(name);
        Extras extras = managed.$extras();
        return attribute != null && extras != null && (extras.observed() & attribute.bit()) != 0;
    }

    @Test
    void reads_areNotedAndNothingElseChanges() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .selectRelated(BOOK.author())
                .prefetchRelated(BOOK.chapters())
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(shelf.sent()).isEqualTo(2);
        Book book = books.get(0);
        assertThat(wasRead(book, "title")).isFalse();
        assertThat(book.getTitle()).isEqualTo("Book 1");
        assertThat(book.getTitle()).isEqualTo("Book 1");
        assertThat(wasRead(book, "title")).isTrue();
        assertThat(wasRead(book, "summary")).isFalse();
        assertThat(wasRead(book, "author")).isFalse();
        assertThat(book.getAuthor().getName()).isEqualTo("Author 2");
        assertThat(wasRead(book, "author")).isTrue();
        assertThat(book.getChapters()).extracting(Chapter::getBook).containsExactly(book);
        assertThat(wasRead(book, "chapters")).isTrue();
        assertThat(wasRead(books.get(1), "title")).isFalse();
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void relatedQuerysetOverALoadedRelation_isARead() {
        Book book =
                shelf.database().objects(BOOK).prefetchRelated(BOOK.chapters()).get(BOOK.id.eq(1L));
        assertThat(wasRead(book, "chapters")).isFalse();
        assertThat(shelf.database().related(book, BOOK.chapters()).count()).isEqualTo(1);
        assertThat(wasRead(book, "chapters")).isTrue();
    }

    @Test
    void loadingPeers_isNoRead() {
        List<Book> books = shelf.database().objects(BOOK).orderBy(BOOK.id.asc()).list();
        assertThat(books.get(0).getAuthor().getName()).isEqualTo("Author 2");
        assertThat(wasRead(books.get(0), "author")).isTrue();
        assertThat(wasRead(books.get(3), "author")).isFalse();
        assertThat(books.get(3).getAuthor()).isSameAs(books.get(0).getAuthor());
        assertThat(wasRead(books.get(3), "author")).isTrue();
    }

    @Test
    void nullForeignKey_isReadWithoutAQuery() {
        Book book = shelf.database().objects(BOOK).get(BOOK.id.eq(2L));
        shelf.sent();
        assertThat(book.getPublisher()).isNull();
        assertThat(wasRead(book, "publisher")).isTrue();
        assertThat(shelf.sent()).isZero();
    }
}
