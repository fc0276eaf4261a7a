package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QGenre.GENRE;
import static org.fetchwise.blackbox.library.QPublisher.PUBLISHER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** What ends a chain and gives something. */
class TerminalTest extends LibraryTest {
    TerminalTest(Engine engine) {
        super(engine);
    }

    @Test
    void list_cannotBeChanged() {
        List<Book> list = books.list();
        assertThat(list).hasSize(5);
        assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void forEach_isOneQuery() {
        List<String> titles = new ArrayList<>();
        recorder.assertQueries(1, () -> {
            for (Book book : books.orderBy(BOOK.id)) {
                titles.add(book.getTitle());
            }
        });
        assertThat(titles).containsExactly("Alpha", "Beta", "gamma", "Delta_50%", "Alphabet");
    }

    @Test
    void buildingAQuery_sendsNothing() {
        recorder.assertQueries(0, () -> {
            Object query = books.filter(BOOK.published)
                    .orderBy(BOOK.id)
                    .selectRelated(BOOK.author())
                    .limit(3);
            assertThat(query.toString()).contains("published");
        });
    }

    @Test
    void everyTerminal_asksAnew() {
        var published = books.filter(BOOK.published);
        recorder.assertQueries(2, () -> {
            assertThat(published.list()).hasSize(3);
            assertThat(published.list()).hasSize(3);
        });
    }

    @Test
    void stream_givesRowsInOrder() {
        try (Stream<Book> stream = books.orderBy(BOOK.id).stream()) {
            assertThat(stream.map(Book::getTitle).limit(2)).containsExactly("Alpha", "Beta");
        }
    }

    @Test
    void stream_readToItsEnd_givesItsConnectionBack() {
        @SuppressWarnings("MustBeClosed") // the point of the test
        Stream<Book> stream = books.stream();
        assertThat(stream.count()).isEqualTo(5);
    }

    @Test
    void forEachChunk_givesListsOfTheSizeAskedFor() {
        List<Integer> sizes = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        recorder.assertQueries(
                1,
                () -> books.orderBy(BOOK.id).forEachChunk(2, chunk -> {
                    sizes.add(chunk.size());
                    chunk.forEach(book -> seen.add(book.getId()));
                }));
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void forEachChunk_prefetchesForEachChunk() {
        List<Integer> tags = new ArrayList<>();
        recorder.assertQueries(
                3,
                () -> books.orderBy(BOOK.id)
                        .prefetchRelated(BOOK.tags())
                        .forEachChunk(
                                3,
                                chunk -> chunk.forEach(
                                        book -> tags.add(book.getTags().size()))));
        assertThat(tags).containsExactly(2, 1, 0, 1, 2);
    }

    @Test
    void forEachChunk_thatThrows_givesItsConnectionBack() {
        assertThatThrownBy(() -> books.forEachChunk(2, chunk -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void first_followsTheOrderOrTheKey() {
        assertThat(books.orderBy(BOOK.pages).first())
                .get()
                .extracting(Book::getId)
                .isEqualTo(5L);
        assertThat(books.first()).get().extracting(Book::getId).isEqualTo(1L);
        assertThat(books.filter(BOOK.pages.gt(1_000)).first()).isEmpty();
        assertThat(books.orderBy(BOOK.id).slice(2, 4).first())
                .get()
                .extracting(Book::getId)
                .isEqualTo(3L);
    }

    @Test
    void last_turnsTheOrderRound() {
        assertThat(books.orderBy(BOOK.pages).last())
                .get()
                .extracting(Book::getId)
                .isEqualTo(4L);
        assertThat(books.last()).get().extracting(Book::getId).isEqualTo(5L);
        assertThat(books.orderBy(BOOK.rating.asc().nullsLast(), BOOK.id).last())
                .get()
                .extracting(Book::getId)
                .isEqualTo(5L);
        assertThat(books.none().last()).isEmpty();
    }

    @Test
    void get_isTheOnlyRow() {
        assertThat(books.get(BOOK.isbn.eq("333")).getTitle()).isEqualTo("gamma");
        assertThatThrownBy(() -> books.get(BOOK.isbn.eq("none")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Book")
                .hasMessageContaining("in query: ")
                .hasMessageNotContaining("none'");
        assertThatThrownBy(() -> books.filter(BOOK.published).get())
                .isInstanceOf(MultipleFoundException.class)
                .hasMessageContaining("first()")
                .hasMessageContaining("in query: ");
    }

    @Test
    void earliestAndLatest_areTheEndsOfAnOrder() {
        var dated = books.filter(BOOK.publishedOn.isNotNull());
        assertThat(dated.earliest(BOOK.publishedOn).getId()).isEqualTo(1L);
        assertThat(dated.latest(BOOK.publishedOn).getId()).isEqualTo(4L);
        assertThatThrownBy(() -> books.none().latest(BOOK.pages)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> books.limit(2).earliest(BOOK.pages)).isInstanceOf(QueryException.class);
    }

    @Test
    void countExistsAndContains_readNoObjects() {
        assertThat(books.count()).isEqualTo(5);
        assertThat(books.filter(BOOK.published).count()).isEqualTo(3);
        assertThat(books.filter(BOOK.published).exists()).isTrue();
        assertThat(books.filter(BOOK.pages.gt(1_000)).exists()).isFalse();
        Book alpha = books.get(BOOK.id.eq(1));
        assertThat(books.filter(BOOK.published).contains(alpha)).isTrue();
        assertThat(books.exclude(BOOK.published).contains(alpha)).isFalse();
        assertThat(books.orderBy(BOOK.pages).limit(1).contains(alpha)).isFalse();
    }

    @Test
    void inBulk_mapsKeysToObjects() {
        Map<Long, Book> found = recorder.assertQueries(1, () -> books.inBulk(List.of(4L, 77L, 2L)));
        assertThat(found).containsOnlyKeys(4L, 2L);
        assertThat(found.keySet()).containsExactly(4L, 2L);
        assertThat(books.inBulk(List.of())).isEmpty();
        assertThat(books.inBulk(BOOK.isbn, List.of("111", "555"))).containsOnlyKeys("111", "555");
        UUID south = UUID.fromString(LibraryRows.SOUTH);
        Map<UUID, Publisher> houses = database.objects(PUBLISHER).inBulk(List.of(south));
        assertThat(houses.get(south)).extracting(Publisher::getName).isEqualTo("South");
        assertThat(database.objects(GENRE).inBulk(List.of("cr", "sf")).keySet()).containsExactly("cr", "sf");
        assertThat(books.filter(BOOK.id.le(2L)).inBulk(BOOK.isbn)).containsOnlyKeys("111", "222");
        assertThat(books.orderBy(BOOK.published.asc(), BOOK.id.asc())
                        .distinctOnAll(List.of(BOOK.published))
                        .inBulk(BOOK.published))
                .containsOnlyKeys(true, false);
        assertThatThrownBy(() -> books.inBulk(BOOK.title)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> books.inBulk(BOOK.title, List.of("Alpha")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("unique");
    }

    @Test
    void inBulk_ofManyKeys_isOneQuery() {
        List<Long> keys = Stream.iterate(1L, key -> key + 1).limit(40_000).toList();
        assertThat(recorder.assertQueries(1, () -> books.inBulk(keys))).hasSize(5);
    }

    @Test
    void none_neverAsks() {
        recorder.assertQueries(0, () -> {
            assertThat(books.none().list()).isEmpty();
            assertThat(books.none().filter(BOOK.published).orderBy(BOOK.id).list())
                    .isEmpty();
            assertThat(books.none().count()).isZero();
            assertThat(books.none().exists()).isFalse();
            assertThat(books.none().first()).isEmpty();
            assertThat(books.none().values(BOOK.id).list()).isEmpty();
            assertThat(books.filter(BOOK.id.isIn(List.of())).list()).isEmpty();
            try (Stream<Book> stream = books.none().stream()) {
                assertThat(stream).isEmpty();
            }
        });
    }

    @Test
    void aQuerySet_isAValue() {
        var published = books.filter(BOOK.published);
        assertThat(published).isEqualTo(books.filter(BOOK.published)).hasSameHashCodeAs(books.filter(BOOK.published));
        assertThat(books.filter(BOOK.pages.gt(1))).isNotEqualTo(books.filter(BOOK.pages.gt(2)));
        assertThat(published.filter(BOOK.pages.gt(100)).count()).isEqualTo(2);
        assertThat(published.count()).isEqualTo(3);
    }

    @Test
    void methodsOfTheInterface_chain() {
        assertThat(ids(books.published().longerThan(100).orderBy(BOOK.id))).containsExactly(2L, 4L);
        assertThat(ids(books.longerThan(100).published().limit(1).orderBy(BOOK.id)))
                .hasSize(1);
    }

    @Test
    void anEntitysOwnMethods_work() {
        Author ada = authors.get(AUTHOR.name.eq("Ada"));
        assertThat(ada.signature()).isEqualTo("by Ada");
        assertThat(authors.only(AUTHOR.id).get(AUTHOR.name.eq("Ada")).signature())
                .isEqualTo("by Ada");
    }
}
