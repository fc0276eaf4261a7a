package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.lang.ref.WeakReference;
import java.util.List;
import org.fetchwise.hydrate.shelf.Book;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of a query keeps its objects together; an object alone keeps no other. */
class MemoryTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void objectKeptAlone_losesItsPeersAndLoadsAlone() {
        Kept kept = keepTwo();
        exhaustMemory();
        assertThat(kept.third().get()).isNull();
        shelf.sent();
        assertThat(kept.first().getAuthor().getName()).isEqualTo("Author 2");
        assertThat(kept.first().getChapters().get(0).getBook()).isSameAs(kept.first());
        assertThat(kept.second().getAuthor().getName()).isEqualTo("Author 3");
        assertThat(kept.second().getSequelOf()).isSameAs(kept.first());
        assertThat(shelf.sent()).isEqualTo(3); // author and chapters of the first, then the author of the second
    }

    @Test
    void listThatIsKept_keepsThePeers() {
        List<Book> books = shelf.database().objects(BOOK).orderBy(BOOK.id.asc()).list();
        exhaustMemory();
        shelf.sent();
        for (Book book : books) {
            assertThat(book.getAuthor().getName()).startsWith("Author");
        }
        assertThat(shelf.sent()).isEqualTo(1);
    }

    private Kept keepTwo() {
        List<Book> books = shelf.database().objects(BOOK).orderBy(BOOK.id.asc()).list();
        return new Kept(books.get(0), books.get(1), new WeakReference<>(books.get(2)));
    }

    /** Two books of a list that nobody holds any more, and a look at the third. */
    private record Kept(Book first, Book second, WeakReference<Book> third) {}

    /** Before memory runs out, everything that is held only softly is given up. */
    private static void exhaustMemory() {
        assertThatThrownBy(() -> assertThat(new long[Integer.MAX_VALUE - 8]).isEmpty())
                .isInstanceOf(OutOfMemoryError.class);
    }
}
