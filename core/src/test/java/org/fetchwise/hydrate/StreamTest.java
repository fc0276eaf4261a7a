package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.error.QueryException;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.QBook;
import org.fetchwise.query.Query;
import org.fetchwise.spi.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows read little by little: each chunk is an evaluation of its own. */
class StreamTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void chunks_arePeersEachAndPrefetchEach() {
        List<Integer> sizes = new ArrayList<>();
        shelf.database()
                .objects(BOOK)
                .prefetchRelated(BOOK.chapters())
                .orderBy(BOOK.id.asc())
                .forEachChunk(4, chunk -> {
                    sizes.add(chunk.size());
                    for (Book book : chunk) {
                        assertThat(book.getChapters()).hasSize(book.getId().intValue());
                        assertThat(book.getAuthor().getName()).startsWith("Author");
                    }
                });
        assertThat(sizes).containsExactly(4, 2);
        assertThat(shelf.statements())
                .extracting(start -> start.cause())
                .containsExactly(
                        new Cause.Terminal("forEachChunk"),
                        new Cause.PrefetchLoad("Book.chapters"),
                        new Cause.PeerLoad("Book.author", 4),
                        new Cause.PrefetchLoad("Book.chapters"),
                        new Cause.PeerLoad("Book.author", 2));
    }

    @Test
    void stream_loadsForItsPeers() {
        try (Stream<Book> books = shelf.database().objects(BOOK).stream()) {
            assertThat(books.filter(book -> book.getAuthor().getName().equals("Author 2")))
                    .hasSize(2);
        }
        assertThat(shelf.sent()).isEqualTo(2);
    }

    @Test
    void stream_givesItsConnectionBackAtTheEndAndWhenClosed() {
        Stream<Book> read = shelf.database().objects(BOOK).stream();
        assertThat(read.count()).isEqualTo(6);
        Stream<Book> abandoned =
                QueryRunner.stream(shelf.runner().chunks(Query.of(QBook.META), 4, new Cause.Terminal("stream"), null));
        assertThat(abandoned.iterator().next()).isNotNull();
        assertThat(shelf.sessions()).isEqualTo(2);
        abandoned.close();
        assertThat(shelf.sessions()).isEqualTo(1);
        read.close();
    }

    @Test
    void lastChunk_isHandedOverWithTheConnectionGivenBack() {
        List<Integer> sessions = new ArrayList<>();
        shelf.database().objects(BOOK).forEachChunk(4, chunk -> sessions.add(shelf.sessions()));
        assertThat(sessions).containsExactly(2, 1);
    }

    @Test
    void exceptionInAChunk_givesTheConnectionBack() {
        assertThatThrownBy(() -> shelf.database().objects(BOOK).forEachChunk(1, chunk -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(shelf.sessions()).isEqualTo(1);
    }

    @Test
    void valuesStream_readsInChunks() {
        try (Stream<String> titles = shelf.database().objects(BOOK).values(BOOK.title).stream()) {
            assertThat(titles).hasSize(6);
        }
    }

    @Test
    void emptyQuery_needsNoStatement() {
        try (Stream<Book> none = shelf.database().objects(BOOK).none().stream()) {
            assertThat(none).isEmpty();
        }
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void chunkOfNoRows_isRefused() {
        assertThatThrownBy(() -> shelf.database().objects(BOOK).forEachChunk(0, chunk -> {}))
                .isInstanceOf(QueryException.class);
    }
}
