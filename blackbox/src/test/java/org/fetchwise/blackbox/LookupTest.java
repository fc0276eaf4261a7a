package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QPublisher.PUBLISHER;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.not;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Condition;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** The comparisons of each type, and how conditions are joined. */
class LookupTest extends LibraryTest {
    LookupTest(Engine engine) {
        super(engine);
    }

    private void expect(Condition<Book> condition, long... expected) {
        assertThat(sorted(books.filter(condition)))
                .as("%s", condition)
                .containsExactly(Arrays.stream(expected).boxed().toArray(Long[]::new));
    }

    @Test
    void numbers_compare() {
        expect(BOOK.pages.eq(100), 1);
        expect(BOOK.pages.ne(100), 2, 3, 4, 5);
        expect(BOOK.pages.gt(300), 4);
        expect(BOOK.pages.ge(300), 3, 4);
        expect(BOOK.pages.lt(100), 5);
        expect(BOOK.pages.le(100), 1, 5);
        expect(BOOK.pages.between(100, 300), 1, 2, 3);
        expect(BOOK.pages.isIn(50, 400, 7), 4, 5);
        expect(BOOK.pages.isIn(List.of()));
        expect(BOOK.pages.notIn(List.of(50, 400)), 1, 2, 3);
        expect(BOOK.pages.notIn(List.of()), 1, 2, 3, 4, 5);
        expect(BOOK.id.isIn(2L, 3L), 2, 3);
        expect(BOOK.price.eq(new BigDecimal("5.25")), 3);
        expect(BOOK.price.gt(new BigDecimal("20.50")), 4);
        expect(BOOK.price.isIn(new BigDecimal("1.00"), new BigDecimal("99.99")), 4, 5);
        expect(BOOK.rating.ge(4.5), 1, 4);
    }

    @Test
    void aNumberOutsideTheColumnsRange_matchesWhatItMust() {
        expect(BOOK.pages.eq(5_000_000_000L));
        expect(BOOK.pages.lt(5_000_000_000L), 1, 2, 3, 4, 5);
        expect(BOOK.pages.gt(5_000_000_000L));
        expect(BOOK.pages.isIn(100, 5_000_000_000L), 1);
        expect(BOOK.pages.gt(99.5), 1, 2, 3, 4);
        expect(BOOK.pages.eq(99.5));
    }

    @Test
    void columnsCompareWithColumns() {
        expect(BOOK.pages.gt(BOOK.price), 1, 2, 3, 4, 5);
        expect(BOOK.pages.gt(BOOK.prequel().pages), 2);
        expect(BOOK.author().name.lt(BOOK.title), 1, 2, 3, 4);
        expect(BOOK.pages.eq(BOOK.id.times(100)), 1, 2, 3, 4);
        expect(BOOK.pages.plus(50).eq(100), 5);
    }

    @Test
    void text_compares() {
        expect(BOOK.title.eq("Alpha"), 1);
        expect(BOOK.title.eq("alpha"));
        expect(BOOK.title.iequals("ALPHA"), 1);
        expect(BOOK.title.contains("lpha"), 1, 5);
        expect(BOOK.title.contains("LPHA"));
        expect(BOOK.title.icontains("LPHA"), 1, 5);
        expect(BOOK.title.startsWith("Alpha"), 1, 5);
        expect(BOOK.title.istartsWith("GA"), 3);
        expect(BOOK.title.endsWith("ta"), 2);
        expect(BOOK.title.iendsWith("BET"), 5);
        expect(BOOK.title.matches("^[A-B]"), 1, 2, 5);
        expect(BOOK.title.imatches("^G.*a$"), 3);
        expect(BOOK.title.gt("Beta"), 3, 4);
        expect(BOOK.title.isIn("Alpha", "gamma"), 1, 3);
        expect(BOOK.title.length().eq(5), 1, 3);
        expect(BOOK.title.lower().eq("beta"), 2);
        expect(BOOK.title.upper().eq("BETA"), 2);
        expect(BOOK.title.concat("!").eq("Beta!"), 2);
    }

    @Test
    void charactersOfLike_areTakenLiterally() {
        expect(BOOK.title.contains("%"), 4);
        expect(BOOK.title.contains("_"), 4);
        expect(BOOK.title.startsWith("Delta_"), 4);
        expect(BOOK.title.startsWith("Delt__"));
        expect(BOOK.title.contains("\\"));
        expect(BOOK.title.contains(""), 1, 2, 3, 4, 5);
    }

    @Test
    void textIsFoundWithinAnotherColumn() {
        expect(BOOK.title.startsWith(BOOK.prequel().title));
        expect(BOOK.title.icontains(BOOK.author().name));
        assertThat(database.objects(BOOK)
                        .filter(BOOK.title.contains(BOOK.title))
                        .count())
                .isEqualTo(5);
    }

    @Test
    void booleansAreConditions() {
        expect(BOOK.published, 1, 2, 4);
        expect(BOOK.published.not(), 3, 5);
        expect(not(BOOK.published), 3, 5);
        expect(BOOK.published.eq(true), 1, 2, 4);
        expect(BOOK.published.ne(true), 3, 5);
        expect(BOOK.published.isIn(false), 3, 5);
    }

    @Test
    void datesAndInstants_compare() {
        expect(BOOK.publishedOn.eq(LocalDate.of(2002, 2, 2)), 2);
        expect(BOOK.publishedOn.gt(LocalDate.of(2001, 1, 1)), 2, 4);
        expect(BOOK.publishedOn.between(LocalDate.of(2001, 1, 1), LocalDate.of(2002, 2, 2)), 1, 2);
        expect(BOOK.publishedOn.isIn(LocalDate.of(2001, 1, 1), LocalDate.of(2004, 4, 4)), 1, 4);
        expect(BOOK.publishedOn.isNull(), 3, 5);
        Instant noon = Instant.parse("2021-01-03T10:00:00Z");
        assertThat(reviews(REVIEW.writtenAt.eq(noon))).containsExactly(3L);
        assertThat(reviews(REVIEW.writtenAt.lt(noon))).containsExactly(1L, 2L);
        assertThat(reviews(REVIEW.writtenAt.isIn(noon, noon.plusSeconds(86_400))))
                .containsExactly(3L, 4L);
    }

    private List<Long> reviews(Condition<Review> condition) {
        return database.objects(REVIEW)
                .filter(condition)
                .orderBy(REVIEW.id)
                .values(REVIEW.id)
                .list();
    }

    @Test
    void enumsAndUuids_compare() {
        expect(BOOK.format.eq(Format.EBOOK), 3, 5);
        expect(BOOK.format.ne(Format.EBOOK), 1, 2, 4);
        expect(BOOK.format.isIn(Format.EBOOK, Format.HARDCOVER), 1, 3, 5);
        UUID north = UUID.fromString(LibraryRows.NORTH);
        expect(BOOK.publisher().id.eq(north), 1, 2);
        expect(BOOK.publisher().id.isIn(List.of(north)), 1, 2);
        expect(BOOK.genre().code.eq("sf"), 1, 3);
        assertThat(database.objects(PUBLISHER).get(PUBLISHER.id.eq(north)).getName())
                .isEqualTo("North");
    }

    @Test
    void nullsAreAskedForByName() {
        expect(BOOK.rating.isNull(), 2, 5);
        expect(BOOK.rating.isNotNull(), 1, 3, 4);
        expect(BOOK.publisher().isNull(), 4);
        expect(BOOK.publisher().isNotNull(), 1, 2, 3, 5);
        expect(BOOK.publisher().city.isNull(), 3, 4, 5);
        expect(BOOK.rating.orElse(1.0).lt(2.0), 2, 5);
    }

    @Test
    void relationsCompareWithObjects() {
        Author ada = authors.get(AUTHOR.name.eq("Ada"));
        Author bert = authors.get(AUTHOR.name.eq("Bert"));
        expect(BOOK.author().eq(ada), 1, 2);
        expect(BOOK.author().ne(ada), 3, 4, 5);
        expect(BOOK.author().isIn(List.of(ada, bert)), 1, 2, 3, 4);
        expect(BOOK.author().isIn(List.of()));
        expect(BOOK.author().mentor().eq(ada), 3, 4, 5);
        expect(BOOK.author().isIn(authors.filter(AUTHOR.active)), 1, 2, 3, 4);
        expect(BOOK.author().id.isIn(authors.filter(AUTHOR.active.not()).values(AUTHOR.id)), 5);
        expect(BOOK.author().id.notIn(authors.filter(AUTHOR.active.not()).values(AUTHOR.id)), 1, 2, 3, 4);
    }

    @Test
    void aSubqueryWithNulls_hidesNothing() {
        expect(BOOK.id.notIn(books.values(BOOK.prequel().id)), 3, 4, 5);
    }

    @Test
    void conditionsAreJoined() {
        expect(BOOK.published.and(BOOK.pages.gt(100)), 2, 4);
        expect(BOOK.published.or(BOOK.pages.lt(100)), 1, 2, 4, 5);
        expect(BOOK.published.xor(BOOK.pages.lt(400)), 3, 4, 5);
        expect(BOOK.published.and(BOOK.pages.gt(100)).not(), 1, 3, 5);
        expect(not(BOOK.published.or(BOOK.pages.lt(100))), 3);
        assertThat(sorted(books.filter(BOOK.published, BOOK.pages.gt(100), BOOK.rating.isNull())))
                .containsExactly(2L);
    }

    @Test
    void exclude_keepsRowsWhoseValueIsNull() {
        assertThat(sorted(books.exclude(BOOK.rating.gt(4.0)))).containsExactly(2L, 3L, 5L);
        assertThat(sorted(books.exclude(BOOK.rating.eq(3.0)))).containsExactly(1L, 2L, 4L, 5L);
        assertThat(sorted(books.exclude(BOOK.publisher().city.eq("Oslo")))).containsExactly(3L, 4L, 5L);
        assertThat(sorted(books.exclude(BOOK.publisher().isIn(List.of())))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sorted(books.exclude(BOOK.published, BOOK.pages.gt(100)))).containsExactly(1L, 3L, 5L);
    }

    @Test
    void aConditionOverToMany_repeatsRowsAsAJoinDoes() {
        expect(BOOK.reviews().stars.ge(3), 1, 1, 1, 3);
        assertThat(sorted(books.filter(BOOK.reviews().stars.ge(3)).distinct())).containsExactly(1L, 3L);
        expect(BOOK.tags().label.eq("new"), 1, 2, 5);
    }

    @Test
    void quantifiers_neverRepeatRows() {
        expect(BOOK.reviews().any(), 1, 2, 3, 5);
        expect(BOOK.reviews().none(), 4);
        expect(BOOK.reviews().any(REVIEW.stars.eq(5)), 1, 3);
        expect(BOOK.reviews().none(REVIEW.stars.eq(5)), 2, 4, 5);
        expect(BOOK.reviews().all(REVIEW.stars.ge(3)), 1, 3, 4);
        expect(BOOK.tags().any(TAG.label.isIn("new", "classic")), 1, 2, 4, 5);
        expect(BOOK.reviews().count().ge(3), 1);
    }

    @Test
    void conditionsOfOneCall_speakOfTheSameRelatedRow() {
        Condition<Book> five = BOOK.reviews().stars.eq(5);
        Condition<Book> fine = BOOK.reviews().comment.eq("fine");
        assertThat(sorted(books.filter(five, fine))).isEmpty();
        assertThat(sorted(books.filter(five).filter(fine))).containsExactly(1L);
        assertThat(sorted(books.filter(
                        BOOK.tags().label.eq("new"), BOOK.tags().label.eq("classic"))))
                .isEmpty();
        assertThat(sorted(books.filter(BOOK.tags().label.eq("new"))
                        .filter(BOOK.tags().label.eq("classic"))))
                .containsExactly(1L, 5L);
    }

    @Test
    void exclude_overToMany_meansNoRelatedRow() {
        assertThat(sorted(books.exclude(BOOK.reviews().stars.eq(5)))).containsExactly(2L, 4L, 5L);
        assertThat(sorted(books.exclude(BOOK.reviews().comment.eq("great")))).containsExactly(2L, 4L, 5L);
        assertThat(sorted(books.exclude(BOOK.tags().label.eq("classic")))).containsExactly(2L, 3L);
        assertThat(authors.exclude(AUTHOR.books().reviews().stars.eq(5))
                        .orderBy(AUTHOR.id)
                        .values(AUTHOR.id)
                        .list())
                .containsExactly(3L, 4L);
    }

    @Test
    void namesLeadToPathsAndLookups() {
        assertThat(sorted(books.filter(lookup("author__name__icontains", "AD"))))
                .containsExactly(1L, 2L);
        assertThat(sorted(books.filter(lookup("pages__gt", 200)))).containsExactly(3L, 4L);
        assertThat(sorted(books.filter(lookup("rating__isnull", true)))).containsExactly(2L, 5L);
        assertThat(sorted(books.filter(lookup("pages__in", List.of(50, 100))))).containsExactly(1L, 5L);
        assertThat(sorted(books.filter(lookup("rating", null)))).containsExactly(2L, 5L);
        assertThat(sorted(books.filter(lookup("format", Format.EBOOK)))).containsExactly(3L, 5L);
        assertThat(sorted(books.filter(lookup("genre__code__in", List.of("sf")))))
                .containsExactly(1L, 3L);
        LocalDate first = LocalDate.of(2001, 1, 1);
        assertThat(sorted(books.filter(lookup("publishedOn__range", List.of(first, first.plusYears(2))))))
                .containsExactly(1L, 2L);
    }

    /** As in Django: digits after the point are cut, or rounded up where a floating-point number is a lower bound. */
    @Test
    void fractionsBesideWholeNumbers_areFitted() {
        assertThat(sorted(books.filter(lookup("pages", 200.5)))).isEqualTo(sorted(books.filter(BOOK.pages.eq(200))));
        assertThat(sorted(books.filter(lookup("pages__in", List.of(200.5, 50)))))
                .isEqualTo(sorted(books.filter(BOOK.pages.isIn(200, 50))));
        assertThat(sorted(books.filter(lookup("pages__gte", 199.5))))
                .isEqualTo(sorted(books.filter(BOOK.pages.ge(200))));
        assertThat(sorted(books.filter(lookup("pages__lt", 200.5))))
                .isEqualTo(sorted(books.filter(BOOK.pages.lt(201))));
        assertThat(sorted(books.filter(lookup("pages__gte", new BigDecimal("200.5")))))
                .isEqualTo(sorted(books.filter(BOOK.pages.ge(200))));
        assertThat(sorted(books.filter(lookup("pages__range", List.of(99.5, 200.5)))))
                .isEqualTo(sorted(books.filter(BOOK.pages.between(99, 200))));
        assertThat(sorted(books.filter(lookup("pages", "200")))).isEqualTo(sorted(books.filter(BOOK.pages.eq(200))));
        assertThatThrownBy(() -> books.filter(lookup("pages", "200.5")).count())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("takes a value of type Integer, not this String");
    }

    /** As in SQL: nothing is known to lie within, but what lies beyond the other end does not. */
    @Test
    void rangeWithoutAnEnd_holdsNothing() {
        List<Integer> open = new ArrayList<>(Arrays.asList(null, 100));
        assertThat(sorted(books.filter(lookup("pages__range", open)))).isEmpty();
        assertThat(sorted(books.exclude(lookup("pages__range", open))))
                .isNotEmpty()
                .isEqualTo(sorted(books.filter(BOOK.pages.gt(100))));
    }
}
