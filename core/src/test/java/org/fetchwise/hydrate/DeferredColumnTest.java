package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.util.List;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.spi.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A column left out of a query is loaded for all peers with its first touch. */
class DeferredColumnTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    private List<Book> titles() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .only(BOOK.title)
                .orderBy(BOOK.id.asc())
                .list();
        shelf.sent();
        return books;
    }

    @Test
    void touch_loadsTheColumnForAllPeers() {
        for (Book book : titles()) {
            assertThat(book.getSummary()).isEqualTo("Summary " + book.getId());
        }
        assertThat(shelf.statements())
                .singleElement()
                .satisfies(start -> assertThat(start.cause()).isEqualTo(new Cause.DeferredColumn("Book.summary", 6)));
    }

    @Test
    void eachColumn_isLoadedByItself() {
        List<Book> books = titles();
        assertThat(books.get(0).getSummary()).isEqualTo("Summary 1");
        assertThat(books.get(1).getPages()).isEqualTo(200);
        assertThat(shelf.sent()).isEqualTo(2);
    }

    @Test
    void relationOfADeferredForeignKey_loadsTheKeyFirst() {
        for (Book book : titles()) {
            assertThat(book.getAuthor().getName()).startsWith("Author");
        }
        assertThat(shelf.sent()).isEqualTo(2);
    }

    @Test
    void changedValue_isNotOverwritten() {
        List<Book> books = titles();
        books.get(0).setSummary("Mine");
        assertThat(books.get(1).getSummary()).isEqualTo("Summary 2");
        assertThat(books.get(0).getSummary()).isEqualTo("Mine");
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void vanishedRow_isAnErrorOfThatObjectAlone() {
        List<Book> books = titles();
        shelf.execute("set referential_integrity false");
        shelf.execute("delete from book where id = 3");
        assertThat(books.get(0).getSummary()).isEqualTo("Summary 1");
        assertThatThrownBy(() -> books.get(2).getSummary())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Book.summary")
                .hasMessageContaining("no longer in");
        assertThat(books.get(2).getTitle()).isEqualTo("Book 3");
        assertThat(books.get(3).getSummary()).isEqualTo("Summary 4");
    }

    @Test
    void joinedObjects_haveTheirColumnsDeferredToo() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .selectRelated(BOOK.author())
                .defer(BOOK.author().email)
                .list();
        shelf.sent();
        for (Book book : books) {
            assertThat(book.getAuthor().getEmail()).endsWith("@example.org");
        }
        assertThat(shelf.sent()).isEqualTo(1);
    }
}
