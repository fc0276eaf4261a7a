package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.filteredRelation;
import static org.fetchwise.expr.Functions.lookup;

import java.util.List;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.QReviewMany;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Relations that lead to some of their rows. */
class FilteredRelationTest extends LibraryTest {
    private static final QReviewMany<Book> GOOD = BOOK.reviews().filtered(REVIEW.stars.ge(4));

    FilteredRelationTest(Engine engine) {
        super(engine);
    }

    @Test
    void itIsAPath_toFilterBy_toAnnotateAndToOrderBy() {
        QReviewMany<Book> good = BOOK.reviews().filtered(REVIEW.stars.ge(4));
        LongExpr<Book> praise = good.count().named("praise");
        List<Book> praised = books.filter(good.comment.isNotNull())
                .distinct()
                .annotate(praise)
                .orderBy(praise.desc())
                .list();
        assertThat(praised)
                .extracting(book -> book.getTitle() + " " + praise.of(book))
                .containsExactly("Alpha 2", "gamma 1");
    }

    @Test
    void rowsWithoutOne_stay() {
        assertThat(sorted(books.filter(GOOD.id.isNull()))).containsExactly(2L, 4L, 5L);
        assertThat(sorted(books.exclude(GOOD.reviewer().name.eq("Ada")))).containsExactly(1L, 2L, 4L, 5L);
        assertThat(sorted(books.filter(
                        BOOK.tags().filtered(TAG.label.eq("classic")).id.isNull())))
                .containsExactly(2L, 3L);
        assertThat(sorted(books.filter(BOOK.reviews()
                        .filtered(REVIEW.reviewer().name.eq("Bert"))
                        .id
                        .isNull())))
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void aggregates_areOverItsRows_inGroupsAndOfEverything() {
        assertThat(books.orderBy(BOOK.id)
                        .values(GOOD.stars.sum().orElse(0L).named("sum"))
                        .list())
                .containsExactly(9L, 0L, 5L, 0L, 0L);
        assertThat(books.groupBy(BOOK.author())
                        .values(BOOK.author().id, GOOD.count())
                        .into((author, count) -> author + " " + count)
                        .orderBy(BOOK.author().id)
                        .list())
                .containsExactly("1 2", "2 1", "3 0");
        assertThat(books.aggregate(GOOD.count())).isEqualTo(3);
        assertThat(books.filter(GOOD.count().gt(0)).count()).isEqualTo(2);
        assertThat(books.annotate(
                                BOOK.reviews().count().named("all_of_them"),
                                GOOD.count().named("good_ones"))
                        .filter(BOOK.reviews()
                                .count()
                                .named("all_of_them")
                                .gt(GOOD.count().named("good_ones")))
                        .orderBy(BOOK.id)
                        .values(BOOK.id)
                        .list())
                .containsExactly(1L, 2L, 5L);
    }

    @Test
    void itIsPartOfALongerPath() {
        assertThat(authors.filter(AUTHOR.books()
                                .filtered(BOOK.published)
                                .reviews()
                                .filtered(REVIEW.stars.lt(3))
                                .comment
                                .eq("meh"))
                        .values(AUTHOR.name)
                        .list())
                .containsExactly("Ada");
    }

    @Test
    void byName_pathsGoOnFromIt() {
        var named = books.alias(filteredRelation("good", "reviews", lookup("stars__gte", 4)));
        assertThat(sorted(named.filter(lookup("good__comment", "great")))).containsExactly(1L, 3L);
        assertThat(ids(named.filter(lookup("good__isnull", false))
                        .distinct()
                        .orderBy(field("id").desc())))
                .containsExactly(3L, 1L);
        assertThat(sorted(
                        books.alias(filteredRelation("praise", GOOD)).filter(lookup("praise__reviewer__name", "Ada"))))
                .containsExactly(3L);
    }

    @Test
    void whereAllRowsAreMeant_itIsRefused() {
        assertThatThrownBy(() -> books.prefetchRelated(GOOD))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("prefetchRelated takes a relation with all its rows")
                .hasMessageContaining("Give the condition to the queryset of the rows instead");
        assertThatThrownBy(() -> GOOD.list(REVIEW.stars)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> database.related(new Book(), GOOD)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> GOOD.reviewer().filtered(AUTHOR.active))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Only a relation to many rows can be filtered");
        assertThatThrownBy(() -> books.alias(filteredRelation("x", "author", lookup("name", "Ada"))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Only a relation to many rows can be filtered");
        assertThatThrownBy(() -> books.alias(filteredRelation("x", GOOD)).filter(lookup("x__strs", 1)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Did you mean 'stars'?");
    }
}
