package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;

import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.PublishedBooks;
import org.fetchwise.blackbox.library.SortedBooks;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** The filter that every queryset of an interface begins with. */
class DefaultScopeTest extends LibraryTest {
    private final PublishedBooks published;

    DefaultScopeTest(Engine engine) {
        super(engine);
        published = database.querySet(PublishedBooks.class);
    }

    @Test
    void everyQuery_beginsWithIt() {
        assertThat(sorted(published)).containsExactly(1L, 2L, 4L);
        assertThat(sorted(published.longerThan(150))).containsExactly(2L, 4L);
        assertThat(published.count()).isEqualTo(3);
        assertThat(published.filter(BOOK.id.eq(3)).exists()).isFalse();
        assertThat(sorted(books)).as("another interface").hasSize(5);
    }

    @Test
    void unscoped_takesItAway_andLeavesTheRest() {
        assertThat(sorted(published.unscoped())).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sorted(published.longerThan(250).unscoped())).containsExactly(3L, 4L);
        assertThat(sorted(published.unscoped().published())).containsExactly(1L, 2L, 4L);
        assertThat(published.unscoped().unscoped()).isEqualTo(published.unscoped());
        assertThat(books.unscoped()).isEqualTo(books);
    }

    @Test
    void relations_leadToAll() {
        assertThat(authors.filter(AUTHOR.id.eq(2)).get().getBooks())
                .extracting(Book::getId)
                .containsExactlyInAnyOrder(3L, 4L);
        assertThat(published.filter(BOOK.id.eq(2)).get().getPrequel().getId()).isEqualTo(1);
    }

    @Test
    void unscoped_behindASlice_isRefused() {
        PublishedBooks slice = published.orderBy(BOOK.id).limit(2).filter(BOOK.pages.gt(10));
        assertThatThrownBy(slice::unscoped)
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("The default scope cannot be taken out of a slice");
    }

    @Test
    void aScopeThatDoesMoreThanFilter_isRefused() {
        assertThatThrownBy(() -> database.querySet(SortedBooks.class))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("A default scope filters and does nothing else");
    }
}
