package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fetchwise.Database;
import org.fetchwise.KeysetPage;
import org.fetchwise.Page;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Pages by number and by keyset. */
class PagingTest extends LibraryTest {
    PagingTest(Engine engine) {
        super(engine);
    }

    private static List<Long> ids(List<Book> found) {
        return found.stream().map(Book::getId).toList();
    }

    /** Every order here has equal values, NULL or both, at every place that a page can end. */
    private List<Books> orders() {
        return List.of(
                books,
                books.orderBy(BOOK.id.desc()),
                books.orderBy(BOOK.published.desc()),
                books.orderBy(BOOK.rating),
                books.orderBy(BOOK.rating.desc(), BOOK.title),
                books.orderBy(BOOK.rating.asc().nullsLast(), BOOK.pages.desc()),
                books.orderBy(BOOK.rating.desc().nullsFirst()),
                books.orderBy(BOOK.publishedOn.desc(), BOOK.price),
                books.orderBy(BOOK.author().name, BOOK.rating.desc()),
                books.orderBy(BOOK.publisher().city.desc()),
                books.orderBy(BOOK.pages.plus(BOOK.id).desc()),
                books.orderBy(BOOK.published, BOOK.title.desc()).reverse(),
                books.orderBy(BOOK.isbn),
                books.orderBy(BOOK.price.desc()));
    }

    @Test
    void keyset_givesEachObjectOnce_forwardsAndBackwards() {
        for (Books query : orders()) {
            for (int size = 1; size <= 6; size++) {
                List<List<Long>> forwards = new ArrayList<>();
                KeysetPage<Book> page = query.keyset(size);
                assertThat(page.previous()).isEmpty();
                forwards.add(ids(page.items()));
                while (page.next().isPresent()) {
                    page = query.keyset(size, page.next().orElseThrow());
                    forwards.add(ids(page.items()));
                }
                assertThat(forwards.stream().flatMap(List::stream))
                        .as("%s by %d", query, size)
                        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
                assertThat(forwards.stream().flatMap(List::stream).toList())
                        .as("%s by %d", query, size)
                        .isEqualTo(ids(query.page(1, 10).items()));
                List<List<Long>> backwards = new ArrayList<>();
                backwards.add(ids(page.items()));
                while (page.previous().isPresent()) {
                    page = query.keyset(size, page.previous().orElseThrow());
                    assertThat(page.next()).isPresent();
                    if (!page.items().isEmpty()) {
                        backwards.addFirst(ids(page.items()));
                    }
                }
                assertThat(backwards.stream().flatMap(List::stream).toList())
                        .as("%s back by %d", query, size)
                        .isEqualTo(forwards.stream().flatMap(List::stream).toList());
            }
        }
    }

    @Test
    void keyset_isOneQuery_ofOneShape() {
        Books query = books.filter(BOOK.pages.gt(0)).orderBy(BOOK.title);
        KeysetPage<Book> first = recorder.assertQueries(1, () -> query.keyset(2));
        KeysetPage<Book> second =
                recorder.assertQueries(1, () -> query.keyset(2, first.next().orElseThrow()));
        long compilations = database.compilations();
        recorder.assertQueries(1, () -> query.keyset(2, second.next().orElseThrow()));
        assertThat(database.compilations()).isEqualTo(compilations);
        assertThat(recorder.texts().getLast()).contains("LIMIT 3").doesNotContain("OFFSET");
    }

    @Test
    void objectsOfAPage_arePeers() {
        KeysetPage<Book> page = books.orderBy(BOOK.id).only(BOOK.title).keyset(3);
        assertThat(page).extracting(Book::getId).containsExactly(1L, 2L, 3L);
        recorder.assertQueries(1, () -> {
            for (Book book : page) {
                assertThat(book.getPages()).isPositive();
            }
        });
    }

    @Test
    void cursor_ofAnotherQueryOrChanged_isRefused() {
        Books byTitle = books.orderBy(BOOK.title);
        String cursor = byTitle.keyset(2).next().orElseThrow();
        List<Runnable> wrong = List.of(
                () -> books.orderBy(BOOK.pages).keyset(2, cursor),
                () -> byTitle.filter(BOOK.published).keyset(2, cursor),
                () -> byTitle.reverse().keyset(2, cursor),
                () -> byTitle.keyset(2, cursor.substring(0, cursor.length() - 3)),
                () -> byTitle.keyset(2, "B" + cursor.substring(1)),
                () -> byTitle.keyset(2, "no cursor"),
                () -> byTitle.keyset(2, ""));
        recorder.clear();
        for (Runnable call : wrong) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(QueryException.class)
                    .hasMessageStartingWith("This cursor was not made by this query");
        }
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void cursor_goesFromProgramToProgram_thatShareASecret() {
        byte[] secret = "a secret that nobody can guess".getBytes(StandardCharsets.UTF_8);
        Database one = database.withCursorSecret(secret);
        Database other = library.database().withCursorSecret(secret);
        String cursor =
                one.querySet(Books.class).orderBy(BOOK.title).keyset(2).next().orElseThrow();
        assertThat(ids(other.querySet(Books.class)
                        .orderBy(BOOK.title)
                        .keyset(2, cursor)
                        .items()))
                .hasSize(2);
        assertThatThrownBy(() -> books.orderBy(BOOK.title).keyset(2, cursor)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> database.withCursorSecret(new byte[8]))
                .hasMessage("A secret for cursors has at least 16 bytes, but this has 8.");
    }

    @Test
    void cursor_holdsForOtherValuesOfTheConditions() {
        String cursor = books.filter(BOOK.pages.gt(60))
                .orderBy(BOOK.id)
                .keyset(2)
                .next()
                .orElseThrow();
        assertThat(ids(books.filter(BOOK.pages.gt(70))
                        .orderBy(BOOK.id)
                        .keyset(2, cursor)
                        .items()))
                .containsExactly(3L, 4L);
    }

    @Test
    void page_countsOnce_andSaysWhereItIs() {
        Page<Book> second =
                recorder.assertQueries(2, () -> books.orderBy(BOOK.id).page(2, 2));
        assertThat(ids(second.items())).containsExactly(3L, 4L);
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.pages()).isEqualTo(3);
        assertThat(second.hasNext()).isTrue();
        assertThat(second.hasPrevious()).isTrue();
        Page<Book> last = books.orderBy(BOOK.id).page(3, 2);
        assertThat(ids(last.items())).containsExactly(5L);
        assertThat(last.hasNext()).isFalse();
        Page<Book> behind =
                recorder.assertQueries(1, () -> books.orderBy(BOOK.id).page(4, 2));
        assertThat(behind.items()).isEmpty();
        Page<Book> none = books.filter(BOOK.pages.gt(9_999)).page(1, 2);
        assertThat(none.pages()).isEqualTo(1);
        assertThat(none.hasNext()).isFalse();
    }

    @Test
    void page_countsAsFarAsItShould() {
        Page<Book> page = books.orderBy(BOOK.id).page(1, 2, 3);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.counted()).isFalse();
        assertThat(page.hasNext()).isTrue();
        Page<Book> far = books.orderBy(BOOK.id).page(3, 2, 3);
        assertThat(ids(far.items())).containsExactly(5L);
        assertThat(books.page(1, 2, 5).counted()).isTrue();
    }

    @Test
    void aPageOfASlice_isRefused() {
        assertThatThrownBy(() -> books.limit(3).page(1, 2)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> books.limit(3).keyset(2)).hasMessageStartingWith("A slice is no query");
        assertThatThrownBy(() -> books.page(0, 2)).hasMessageStartingWith("The number of a page is at least 1, not 0.");
        assertThatThrownBy(() -> books.keyset(0)).hasMessageStartingWith("The size of a page is at least 1, not 0.");
    }

    @Test
    void anEntityWithoutBooks_hasAnEmptyPage() {
        KeysetPage<Book> page = books.filter(BOOK.author().name.eq("Dan")).keyset(2);
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEqualTo(Optional.empty());
        assertThat(authors.orderBy(AUTHOR.mentor().name).keyset(10).items()).hasSize(4);
    }
}
