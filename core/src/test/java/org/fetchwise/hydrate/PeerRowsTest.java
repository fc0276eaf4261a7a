package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QAuthor.AUTHOR;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.hydrate.shelf.Author;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.QueryStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much one touch loads: for all peers, unless that would be too much. */
class PeerRowsTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    private List<Cause> causes() {
        return shelf.statements().stream().map(QueryStart::cause).toList();
    }

    @Test
    void toOneAndColumns_areLoadedForAsManyPeersAsTheBoundAllows() {
        List<Book> books = shelf.database()
                .withMaxPeerRows(4)
                .objects(BOOK)
                .defer(BOOK.summary)
                .orderBy(BOOK.id.asc())
                .list();
        shelf.sent();
        // From the touched object on, and round to those before it.
        assertThat(books.get(3).getSummary()).isEqualTo("Summary 4");
        assertThat(causes()).containsExactly(new Cause.PeerChunk("Book.summary", 4, 6, 4));
        assertThat(books.get(0).getSummary()).isEqualTo("Summary 1");
        assertThat(causes()).isEmpty();
        assertThat(books.get(1).getSummary()).isEqualTo("Summary 2");
        assertThat(causes()).containsExactly(new Cause.DeferredColumn("Book.summary", 2));
        assertThat(books.get(5).getAuthor().getName()).isEqualTo("Author 1");
        assertThat(causes()).containsExactly(new Cause.PeerChunk("Book.author", 4, 6, 4));
    }

    @Test
    void collections_areCountedFirstAfterManyRows() {
        shelf.execute(
                "insert into book(title, pages, author_id) select 'More', 1, 1 + x % 3 from system_range(1, 600)");
        shelf.execute(
                "insert into chapter(number, heading, book_id) select 1, 'Only', id from book where title = 'More'");
        List<Author> authors = shelf.database()
                .objects(AUTHOR)
                .maxPeerRows(1_000)
                .orderBy(AUTHOR.id.asc())
                .list();
        shelf.sent();
        List<Book> books =
                authors.stream().flatMap(author -> author.getBooks().stream()).toList();
        assertThat(books).hasSize(606);
        assertThat(causes()).containsExactly(new Cause.PeerLoad("Author.books", 3));
        // Two hundred books for each author: who knows how many chapters these have?
        assertThat(books)
                .allMatch(book -> !book.getChapters().getFirst().getHeading().isEmpty());
        assertThat(causes())
                .containsExactly(new Cause.PeerCount("Book.chapters", 606), new Cause.PeerLoad("Book.chapters", 606));
    }

    @Test
    void collections_aboveTheBound_areLoadedForAPartOfTheirOwners() {
        shelf.execute(
                "insert into book(title, pages, author_id) select 'More', 1, 1 + x % 3 from system_range(1, 600)");
        shelf.execute(
                "insert into chapter(number, heading, book_id) select 1, 'Only', id from book where title = 'More'");
        List<Author> authors = shelf.database()
                .withMaxPeerRows(250)
                .objects(AUTHOR)
                .orderBy(AUTHOR.id.asc())
                .list();
        shelf.sent();
        List<Book> books =
                authors.stream().flatMap(author -> author.getBooks().stream()).toList();
        shelf.sent();
        assertThat(books)
                .allSatisfy(book ->
                        assertThat(book.getChapters().getFirst().getBook()).isSameAs(book));
        List<Cause> causes = causes();
        // 621 chapters, at most 250 at a time; the numbers are asked for once, of 250 books at a time.
        assertThat(causes.get(0)).isEqualTo(new Cause.PeerCount("Book.chapters", 606));
        assertThat(causes.subList(1, causes.size())).hasSize(3).allSatisfy(cause -> {
            switch (cause) {
                case Cause.PeerChunk chunk -> assertThat(chunk.maxPeerRows()).isEqualTo(250);
                case Cause.PeerLoad load -> assertThat(load.peers()).isLessThan(250);
                default -> throw new AssertionError(cause);
            }
        });
        assertThat(books).allMatch(book -> !book.getChapters().isEmpty());
        assertThat(causes()).isEmpty();
    }

    @Test
    void oneOwnerWithMoreRowsThanTheBound_isLoadedAlone() {
        shelf.execute(
                "insert into book(title, pages, author_id) select 'More', 1, 1 + x % 3 from system_range(1, 600)");
        List<Author> authors = shelf.database()
                .withMaxPeerRows(1)
                .objects(AUTHOR)
                .orderBy(AUTHOR.id.asc())
                .list();
        assertThat(authors).allMatch(author -> author.getBooks().getLast() != null);
    }

    @Test
    void bound_ofLessThanOneRow_isRefused() {
        assertThatThrownBy(() -> shelf.database().withMaxPeerRows(0))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("maxPeerRows");
        assertThatThrownBy(() -> shelf.database().objects(BOOK).maxPeerRows(-1)).isInstanceOf(QueryException.class);
    }
}
