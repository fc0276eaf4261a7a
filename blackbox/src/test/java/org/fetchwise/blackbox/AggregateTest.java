package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.filteredRelation;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Aggregates. The pages of the five books are 100, 200, 300, 400 and 50. */
class AggregateTest extends LibraryTest {
    private static final Offset<Double> NEAR = within(1e-9);

    AggregateTest(Engine engine) {
        super(engine);
    }

    @Test
    void spreads_areOfAllRows_orOfASample() {
        assertThat(Objects.requireNonNull(books.aggregate(BOOK.pages.variance())))
                .isCloseTo(16_400, NEAR);
        assertThat(Objects.requireNonNull(books.aggregate(BOOK.pages.varianceSample())))
                .isCloseTo(20_500, NEAR);
        assertThat(Objects.requireNonNull(books.aggregate(BOOK.pages.stddev()))).isCloseTo(Math.sqrt(16_400), NEAR);
        assertThat(Objects.requireNonNull(books.aggregate(BOOK.pages.stddevSample())))
                .isCloseTo(Math.sqrt(20_500), NEAR);
        assertThat(books.filter(BOOK.id.eq(1)).aggregate(BOOK.pages.stddevSample()))
                .isNull();
    }

    @Test
    void medians_lieBetween() {
        assertThat(Objects.requireNonNull(books.aggregate(BOOK.pages.median()))).isCloseTo(200, NEAR);
        assertThat(Objects.requireNonNull(books.aggregate(BOOK.pages.percentile(0.25))))
                .isCloseTo(100, NEAR);
    }

    @Test
    void textsAndJson_areInOrder() {
        assertThat(books.aggregate(
                        BOOK.title.joined(" | ").filter(BOOK.pages.le(200)).orderBy(BOOK.pages.desc())))
                .isEqualTo("Beta | Alpha | Alphabet");
        assertThat(books.aggregate(BOOK.id.jsonArray().filter(BOOK.published).orderBy(BOOK.pages.desc())))
                .satisfies(text ->
                        assertThat(String.valueOf(text).replace(" ", "")).isEqualTo("[4,2,1]"));
        assertThat(authors.orderBy(AUTHOR.id)
                        .values(AUTHOR.books()
                                .title
                                .joined(",")
                                .orderBy(AUTHOR.books().pages.desc())
                                .named("titles"))
                        .list())
                .containsExactly("Beta,Alpha", "Delta_50%,gamma", "Alphabet", null);
    }

    @Test
    void ofNothing_thereIsACount_orWhatOneSays() {
        var none = books.filter(BOOK.pages.gt(9_999));
        assertThat(none.aggregate(BOOK.count())).isZero();
        assertThat(none.aggregate(BOOK.pages.sum())).isNull();
        assertThat(none.aggregate(BOOK.pages.sum().orElse(7L))).isEqualTo(7);
        assertThat(books.aggregate(BOOK.publisher().id.countDistinct())).isEqualTo(2);
    }

    @Test
    void overChosenRows_relationsAreTakenWhole() {
        assertThat(books.orderBy(BOOK.id).limit(2).aggregate(BOOK.reviews().count()))
                .isEqualTo(4);
        assertThat(books.orderBy(BOOK.id).limit(2).aggregate(BOOK.tags().id.countDistinct()))
                .isEqualTo(2);
        assertThat(books.filter(BOOK.reviews().count().gt(0))
                        .aggregate(BOOK.tags().count()))
                .isEqualTo(5);
        assertThat(books.orderBy(BOOK.author().id.asc(), BOOK.id.desc())
                        .distinctOnAll(List.of(BOOK.author().id))
                        .aggregate(BOOK.reviews().count()))
                .isEqualTo(2);
    }

    @Test
    void overDifferentValues_eachCountsOnce() {
        assertThat(books.values(BOOK.author().id)
                        .distinct()
                        .aggregateAll(List.of(BOOK.count().named("authors")))
                        .get("authors"))
                .isEqualTo(3L);
    }

    @Test
    void severalRelations_neverMultiplyEachOther_andEachAggregateSaysHowItIsTaken() {
        LongExpr<Book> reviewed = BOOK.reviews().count().named("reviewed");
        LongExpr<Book> tagged = BOOK.tags().count().named("tagged");
        assertThat(books.orderBy(BOOK.id)
                        .values(reviewed, tagged)
                        .into((reviews, tags) -> reviews + " " + tags)
                        .list())
                .containsExactly("3 2", "1 1", "1 0", "0 1", "1 2");
        assertThat(books.annotate(reviewed, tagged).explain())
                .contains("count(reviews): correlated subquery, because each row has an aggregate over its own rows of"
                        + " reviews")
                .contains("count(tags): correlated subquery, because");
        assertThat(books.groupBy(BOOK.author())
                        .values(BOOK.author().id, BOOK.pages.sum())
                        .explain())
                .contains(": join, because all aggregates of the groups are taken over the same rows");
        assertThat(books.groupBy(BOOK.author())
                        .values(
                                BOOK.author().id,
                                BOOK.reviews().count(),
                                BOOK.tags().count())
                        .explain())
                .contains(": derived table, because");
        assertThat(books.groupBy(BOOK.author())
                        .values(
                                BOOK.author().id,
                                BOOK.reviews().count(),
                                BOOK.tags().count())
                        .into((author, reviews, tags) -> author + " " + reviews + " " + tags)
                        .orderBy(BOOK.author().id)
                        .list())
                .containsExactly("1 4 3", "2 1 1", "3 1 2");
    }

    @Test
    void whatIsFetchedWithObjects_isMootForValues() {
        List<String> names = authors.prefetchRelated(AUTHOR.books())
                .selectRelated(AUTHOR.mentor())
                .only(AUTHOR.name)
                .orderBy(AUTHOR.id)
                .values(AUTHOR.email.orElse("none"))
                .list();
        assertThat(names).containsExactly("ada@example.org", "none", "cleo@example.org", "dan@example.org");
        assertThat(recorder.texts())
                .singleElement()
                .satisfies(text -> assertThat(text).doesNotContain("JOIN"));
        assertThat(authors.defer(AUTHOR.name)
                        .filter(AUTHOR.name.eq("Ada"))
                        .values(AUTHOR.name)
                        .list())
                .containsExactly("Ada");
        assertThat(authors.selectRelated(AUTHOR.mentor()).count()).isEqualTo(4);
        assertThat(authors.list()).extracting(Author::getName).contains("Dan");
    }

    @Test
    void choicesOfRelatedRows_giveTheirDefaultWhereThereAreNone() {
        AnyExpr pages = caseWhen(lookup("books__published", true))
                .then(field("books__pages"))
                .otherwise(value(0));
        assertThat(authors.orderBy(AUTHOR.id).values(pages.sum()).list()).containsExactly(300L, 400L, 0L, 0L);
        assertThat(authors.orderBy(AUTHOR.id).values(pages.max()).list()).containsExactly(200, 400, 0, 0);
        AnyExpr known = caseWhen(lookup("books__published", true))
                .then(field("books__pages"))
                .otherwiseNull();
        assertThat(authors.orderBy(AUTHOR.id).values(known.sum()).list()).containsExactly(300L, 400L, null, null);
    }

    @Test
    void aggregates_nameEarlierOnes() {
        var row = books.aggregateAll(List.of(
                field("price").sum().named("total"),
                field("id").count().named("n"),
                field("total").dividedBy(field("n")).named("mean"),
                field("price").avg().named("average")));
        assertThat(((Number) Objects.requireNonNull(row.get("mean"))).doubleValue())
                .isCloseTo(((Number) Objects.requireNonNull(row.get("average"))).doubleValue(), NEAR);
        assertThat(books.aggregateAll(List.of()).asMap()).isEmpty();
    }

    @Test
    void relations_underAName_areCounted() {
        var named = authors.alias(filteredRelation("published_books", "books", lookup("published", true)));
        assertThat(named.aggregate(field("published_books").count()))
                .isEqualTo(books.filter(BOOK.published).count());
    }

    @Test
    void spreads_ofDecimals_areDecimals() {
        assertThat(books.aggregate(field("price").stddev())).isInstanceOf(BigDecimal.class);
    }

    @Test
    void combinedRows_haveTheValuesOfTheirQueries() {
        var first = books.filter(BOOK.id.eq(1))
                .valuesAll(List.of(BOOK.id, value("a").named("kind"), BOOK.id.named("x"), BOOK.id.named("y")));
        var second = books.filter(BOOK.id.eq(2))
                .valuesAll(List.of(
                        BOOK.id,
                        value("b").named("kind"),
                        BOOK.id.named("x"),
                        BOOK.id.times(10).named("y")));
        assertThat(first.union(second).orderBy(BOOK.id).list())
                .extracting(row -> row.get("kind"), row -> row.get("y"))
                .containsExactly(tuple("a", 1L), tuple("b", 20L));
    }
}
