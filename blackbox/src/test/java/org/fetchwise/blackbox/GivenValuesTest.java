package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.expr.Functions.givenDouble;
import static org.fetchwise.expr.Functions.givenLong;
import static org.fetchwise.expr.Functions.givenText;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.DoubleExpr;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.StringExpr;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Values that a program has for keys, joined to the rows. */
class GivenValuesTest extends LibraryTest {
    GivenValuesTest(Engine engine) {
        super(engine);
    }

    @Test
    void theyAreSelected_filteredOrderedAndCalculatedWith() {
        Map<Long, Double> clicks = Map.of(1L, 0.5, 2L, 2.25, 4L, 1.5);
        DoubleExpr<Book> score =
                givenDouble(BOOK.id, clicks).orElse(0.0).plus(BOOK.pages).named("score");
        List<Book> best = books.annotate(score).orderBy(score.desc()).limit(3).list();
        assertThat(best)
                .extracting(book -> book.getId() + " " + score.of(book))
                .containsExactly("4 401.5", "3 300.0", "2 202.25");
        DoubleExpr<Book> given = givenDouble(BOOK.id, clicks);
        assertThat(sorted(books.filter(given.gt(1)))).containsExactly(2L, 4L);
        assertThat(sorted(books.exclude(given.gt(1)))).containsExactly(1L, 3L, 5L);
        assertThat(sorted(books.filter(given.isNull()))).containsExactly(3L, 5L);
        assertThat(recorder.texts())
                .hasSize(4)
                .allSatisfy(text -> assertThat(text.split("JOIN", -1)).hasSize(2));
    }

    @Test
    void keysAreOfRelations_andValuesAreTexts() {
        StringExpr<Book> word = givenText(BOOK.author().id, Map.of(1L, "it's \"one\"", 3L, "drei ß"))
                .named("word");
        assertThat(books.orderBy(BOOK.id).values(word).list())
                .containsExactly("it's \"one\"", "it's \"one\"", null, null, "drei ß");
        assertThat(sorted(books.filter(word.contains("ß")))).containsExactly(5L);
        assertThat(sorted(books.filter(BOOK.author().name.lt(word)))).containsExactly(1L, 2L, 5L);
    }

    @Test
    void keysAreDatesAndIdentifiers() {
        LongExpr<Book> day = givenLong(BOOK.publishedOn, Map.of(LocalDate.of(2001, 1, 1), 7L));
        assertThat(sorted(books.filter(day.eq(7)))).containsExactly(1L);
        LongExpr<Book> house = givenLong(BOOK.publisher().id, Map.of(UUID.fromString(LibraryRows.SOUTH), 9L));
        assertThat(sorted(books.filter(house.eq(9)))).containsExactly(3L, 5L);
    }

    @Test
    void theyAreAggregated_andGroupedBy() {
        LongExpr<Book> shelf =
                givenLong(BOOK.id, Map.of(1L, 10L, 2L, 10L, 3L, 20L)).named("shelf");
        assertThat(books.aggregate(shelf.sum())).isEqualTo(40);
        assertThat(books.filter(shelf.isNotNull())
                        .groupBy(shelf)
                        .values(shelf, BOOK.pages.sum())
                        .into((key, pages) -> key + " " + pages)
                        .orderBy(shelf)
                        .list())
                .containsExactly("10 300", "20 300");
        assertThat(authors.filter(AUTHOR.books().any(shelf.eq(20)))
                        .values(AUTHOR.name)
                        .list())
                .containsExactly("Bert");
    }

    @Test
    void longLists_areReadOnce() {
        Map<Long, Long> squares = LongStream.rangeClosed(1, 50_000)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), number -> number * number));
        LongExpr<Book> square = givenLong(BOOK.id, squares).named("square");
        assertThat(books.orderBy(BOOK.id).values(square).list()).containsExactly(1L, 4L, 9L, 16L, 25L);
        assertThat(books.values(givenLong(BOOK.id, Map.of()).named("none")).list())
                .containsOnlyNulls();
    }

    @Test
    void keysThatTheDatabaseAloneTellsApart_areRefused() {
        assertThatThrownBy(() -> givenLong(BOOK.title, Map.of("Alpha", 1L)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("'title' is no key of given values");
        assertThatThrownBy(() -> books.update(BOOK.rating.to(givenDouble(BOOK.id, Map.of(1L, 2.0)))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("bulkUpdate");
    }
}
