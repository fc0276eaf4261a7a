package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QBook.BOOK;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fetchwise.Row;
import org.fetchwise.Values;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values instead of objects: scalars, rows by key, and records. */
class ValuesTest extends LibraryTest {
    ValuesTest(Engine engine) {
        super(engine);
    }

    record Card(String title, String author) {}

    record Rated(String title, double rating) {}

    record Priced(long id, int pages, BigDecimal price, Format format, boolean published) {}

    record Boxed(String title, @Nullable Double rating) {}

    @Test
    void oneValue_isAScalar() {
        assertThat(books.orderBy(BOOK.id).values(BOOK.title).limit(2).list()).containsExactly("Alpha", "Beta");
        assertThat(books.orderBy(BOOK.id).values(BOOK.rating).list()).containsExactly(4.5, null, 3.0, 5.0, null);
        assertThat(books.orderBy(BOOK.id).values(BOOK.format).first()).contains(Format.HARDCOVER);
        assertThat(books.orderBy(BOOK.id).values(BOOK.price).first()).contains(new BigDecimal("10.00"));
        assertThat(books.orderBy(BOOK.id).values(BOOK.published).list())
                .containsExactly(true, true, false, true, false);
        assertThat(books.orderBy(BOOK.id).values(BOOK.publisher().id).list())
                .containsExactly(
                        UUID.fromString(LibraryRows.NORTH),
                        UUID.fromString(LibraryRows.NORTH),
                        UUID.fromString(LibraryRows.SOUTH),
                        null,
                        UUID.fromString(LibraryRows.SOUTH));
    }

    @Test
    void aForeignKey_needsNoJoin() {
        List<Long> authors = books.orderBy(BOOK.id).values(BOOK.author().id).list();
        assertThat(authors).containsExactly(1L, 1L, 2L, 2L, 3L);
        assertThat(recorder.texts().get(0)).doesNotContainIgnoringCase("join");
    }

    @Test
    void severalValues_areARowByKey() {
        Row row = books.orderBy(BOOK.id)
                .values(BOOK.title, BOOK.author().name, BOOK.rating)
                .first()
                .orElseThrow();
        assertThat(row.get(BOOK.title)).isEqualTo("Alpha");
        assertThat(row.get(BOOK.author().name)).isEqualTo("Ada");
        assertThat(row.get("title")).isEqualTo("Alpha");
        assertThat(row.asMap().values()).containsExactly("Alpha", "Ada", 4.5);
        assertThat(row.toString()).doesNotContain("Alpha");
        assertThatThrownBy(() -> row.get(BOOK.pages))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("pages")
                .hasMessageContaining("values(...)");
    }

    @Test
    void at_isTheRowAtAPosition() {
        Values<Book, String> titles = books.orderBy(BOOK.id).values(BOOK.title);
        assertThat(titles.at(1)).isEqualTo("Beta");
        assertThat(titles.offset(2).at(1)).isEqualTo("Delta_50%");
        assertThatThrownBy(() -> titles.at(9)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> titles.limit(1).at(1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> titles.at(-1))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("reverse()");
    }

    @Test
    void oneRow_isTakenByItsPositionOrByAnExtreme() {
        Values<Book, String> titles = books.orderBy(BOOK.id).values(BOOK.title);
        assertThat(titles.at(3)).isEqualTo("Delta_50%");
        assertThat(titles.slice(1, 3).at(1)).isEqualTo("gamma");
        assertThat(titles.earliestAll(List.of(BOOK.pages.asc()))).isEqualTo("Alphabet");
        assertThat(titles.latestAll(List.of(BOOK.published.asc(), BOOK.pages.asc())))
                .isEqualTo("Delta_50%");
        assertThatThrownBy(() -> titles.slice(1, 3).at(2)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> titles.none().latestAll(List.of(BOOK.pages.asc())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> titles.at(-1)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> titles.limit(2).earliestAll(List.of(BOOK.pages.asc())))
                .isInstanceOf(QueryException.class);
    }

    @Test
    void everySoManyth_goesFromTheFirstOrTheLast() {
        Values<Book, Long> ids = books.orderBy(BOOK.id).values(BOOK.id);
        assertThat(ids.every(2)).containsExactly(1L, 3L, 5L);
        assertThat(ids.every(-2)).containsExactly(5L, 3L, 1L);
        assertThat(books.orderBy(BOOK.id).slice(0, 4).every(-3))
                .extracting(Book::getId)
                .containsExactly(4L, 1L);
        assertThatThrownBy(() -> ids.every(0)).isInstanceOf(QueryException.class);
    }

    @Test
    void anyNumberOfValues_areARow() {
        List<Row> rows =
                books.orderBy(BOOK.id).valuesAll(List.of(BOOK.id, BOOK.title)).list();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(4).get(BOOK.title)).isEqualTo("Alphabet");
    }

    @Test
    void values_becomeRecords() {
        assertThat(books.orderBy(BOOK.id)
                        .values(BOOK.title, BOOK.author().name)
                        .into(Card::new)
                        .limit(1)
                        .list())
                .containsExactly(new Card("Alpha", "Ada"));
        assertThat(books.values(BOOK.id, BOOK.pages, BOOK.price, BOOK.format, BOOK.published)
                        .into(Priced::new)
                        .orderBy(BOOK.id)
                        .first())
                .contains(new Priced(1, 100, new BigDecimal("10.00"), Format.HARDCOVER, true));
        assertThat(books.orderBy(BOOK.id)
                        .values(BOOK.title, BOOK.rating)
                        .into(Boxed::new)
                        .list())
                .contains(new Boxed("Beta", null));
    }

    @Test
    void nullIntoAPrimitive_isNamed() {
        Values<Book, Rated> rated =
                books.orderBy(BOOK.id).values(BOOK.title, BOOK.rating).into(Rated::new);
        assertThatThrownBy(rated::list)
                .isInstanceOf(FetchwiseException.class)
                .hasMessageContaining("rating")
                .hasMessageContaining("NULL")
                .hasMessageContaining("in query: ");
        assertThat(rated.filter(BOOK.rating.isNotNull()).list()).hasSize(3);
        assertThat(books.orderBy(BOOK.id)
                        .values(BOOK.title, BOOK.rating.orElse(0))
                        .into(Rated::new)
                        .list())
                .contains(new Rated("Beta", 0));
    }

    @Test
    void values_areMapped() {
        assertThat(books.orderBy(BOOK.id).values(BOOK.title).map(String::length).list())
                .containsExactly(5, 4, 5, 9, 8);
    }

    @Test
    void values_overMissingRelations_areNull() {
        assertThat(books.orderBy(BOOK.id).values(BOOK.prequel().title).list())
                .containsExactly(null, "Alpha", null, null, "Beta");
        assertThat(books.orderBy(BOOK.id).values(BOOK.author().biography().id).list())
                .containsExactly(1L, 1L, null, null, 2L);
    }

    @Test
    void values_canBeCutStreamedAndCounted() {
        Values<Book, String> titles = books.orderBy(BOOK.id).values(BOOK.title);
        assertThat(titles.slice(1, 3).list()).containsExactly("Beta", "gamma");
        assertThat(titles.reverse().limit(1).list()).containsExactly("Alphabet");
        assertThat(titles.filter(BOOK.published).count()).isEqualTo(3);
        assertThat(titles.offset(5).exists()).isFalse();
        assertThat(titles.filter(BOOK.pages.gt(1_000)).first()).isEmpty();
        try (Stream<String> stream = titles.stream()) {
            assertThat(stream.limit(2)).containsExactly("Alpha", "Beta");
        }
        for (String title : titles) {
            assertThat(title).isNotEmpty();
        }
    }

    @Test
    void values_carryCounts() {
        assertThat(books.orderBy(BOOK.id)
                        .values(BOOK.title, BOOK.reviews().count())
                        .list())
                .extracting(row -> row.get(BOOK.reviews().count()))
                .containsExactly(3L, 1L, 1L, 0L, 1L);
        Row row = books.orderBy(BOOK.id)
                .values(BOOK.title)
                .annotate(BOOK.tags().count().named("tag_count"))
                .first()
                .orElseThrow();
        assertThat(row.get("tag_count")).isEqualTo(2L);
        assertThat(row.get(BOOK.title)).isEqualTo("Alpha");
    }
}
