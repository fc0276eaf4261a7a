package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QGenre.GENRE;
import static org.fetchwise.blackbox.library.QPublisher.PUBLISHER;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.QuerySet;
import org.fetchwise.Row;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Genre;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.ValueExpr;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists and records of related rows, as values of each row. */
class RelatedValuesTest extends LibraryTest {
    private final QuerySet.Of<Review> reviews = database.objects(REVIEW);
    private final QuerySet.Of<Tag> tags = database.objects(TAG);

    RelatedValuesTest(Engine engine) {
        super(engine);
    }

    record AuthorCard(long id, String name) {}

    record ReviewCard(
            int stars, @Nullable String remark, @Nullable AuthorCard reviewer) {}

    record BookCard(String title, AuthorCard author, List<ReviewCard> reviews, List<String> tags) {}

    @Test
    void records_nestToAnyDepth_withOneStatementForEachRelation() {
        var author = authors.values(AUTHOR.id, AUTHOR.name).into(AuthorCard::new);
        var card = reviews.orderBy(REVIEW.id)
                .values(REVIEW.stars, REVIEW.comment, REVIEW.reviewer().one(author))
                .into(ReviewCard::new);
        List<BookCard> cards = books.filter(BOOK.id.le(3))
                .orderBy(BOOK.id)
                .values(
                        BOOK.title,
                        BOOK.author().one(author),
                        BOOK.reviews().list(card),
                        BOOK.tags().list(tags.orderBy(TAG.label).values(TAG.label)))
                .into(BookCard::new)
                .list();

        AuthorCard ada = new AuthorCard(1, "Ada");
        AuthorCard bert = new AuthorCard(2, "Bert");
        assertThat(cards)
                .containsExactly(
                        new BookCard(
                                "Alpha",
                                ada,
                                List.of(
                                        new ReviewCard(5, "great", bert),
                                        new ReviewCard(3, null, new AuthorCard(3, "Cleo")),
                                        new ReviewCard(4, "fine", null)),
                                List.of("classic", "new")),
                        new BookCard("Beta", ada, List.of(new ReviewCard(2, "meh", bert)), List.of("new")),
                        new BookCard("gamma", bert, List.of(new ReviewCard(5, "great", ada)), List.of()));
        assertThat(recorder.texts()).hasSize(5);
    }

    @Test
    void conditionsOrderAndSlice_areAboutTheRowsOfEachRow() {
        Expr<Book, List<Integer>> best = BOOK.reviews()
                .list(reviews.filter(REVIEW.stars.ge(3))
                        .orderBy(REVIEW.stars.desc())
                        .limit(2)
                        .values(REVIEW.stars))
                .named("best");
        List<Row> rows = books.orderBy(BOOK.id).values(BOOK.id, best).list();
        assertThat(rows)
                .extracting(row -> row.get(best))
                .containsExactly(List.of(5, 4), List.of(), List.of(5), List.of(), List.of());
        Expr<Book, List<Integer>> second = BOOK.reviews()
                .list(reviews.orderBy(REVIEW.stars.desc()).slice(1, 2).values(REVIEW.stars));
        assertThat(books.orderBy(BOOK.id).values(second).list())
                .containsExactly(List.of(4), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void keysOfEveryType_andReversedRelations_leadToTheirRows() {
        QuerySet.Of<Publisher> publishers = database.objects(PUBLISHER);
        assertThat(publishers
                        .orderBy(PUBLISHER.name)
                        .values(PUBLISHER.books().list(books.orderBy(BOOK.id).values(BOOK.id)))
                        .list())
                .containsExactly(List.of(), List.of(1L, 2L), List.of(3L, 5L));
        QuerySet.Of<Genre> genres = database.objects(GENRE);
        assertThat(books.orderBy(BOOK.id)
                        .values(BOOK.genre().one(genres.values(GENRE.title)))
                        .list())
                .containsExactly("Science fiction", "Crime", "Science fiction", null, "Crime");
        assertThat(books.orderBy(BOOK.id)
                        .values(BOOK.author()
                                .books()
                                .list(books.orderBy(BOOK.id).values(BOOK.id)))
                        .list())
                .containsExactly(List.of(1L, 2L), List.of(1L, 2L), List.of(3L, 4L), List.of(3L, 4L), List.of(5L));
        assertThat(tags.orderBy(TAG.id)
                        .values(TAG.books().list(BOOK.title.lower()))
                        .list()
                        .get(2))
                .isEmpty();
    }

    @Test
    void theFirstOfTheRows_isAValueLikeAnyOther() {
        ValueExpr<Book, String> lastWord = BOOK.reviews()
                .first(reviews.filter(REVIEW.comment.isNotNull()).orderBy(REVIEW.writtenAt.desc()), REVIEW.comment)
                .named("last_word");
        List<Book> said = books.annotate(lastWord)
                .filter(lastWord.ne("meh"))
                .orderBy(lastWord.asc(), BOOK.id.asc())
                .list();
        assertThat(said)
                .extracting(book -> book.getTitle() + " " + lastWord.of(book))
                .containsExactly("Alpha fine", "gamma great");
        assertThat(sorted(books.filter(lastWord.isNull()))).containsExactly(4L, 5L);
        assertThat(sorted(books.exclude(lastWord.eq("great")))).containsExactly(1L, 2L);
        ValueExpr<Book, String> secondTag =
                BOOK.tags().first(tags.orderBy(TAG.label).offset(1), TAG.label);
        assertThat(books.orderBy(BOOK.id).values(secondTag).list()).containsExactly("new", null, null, null, "new");
    }

    @Test
    void rowsOfAStream_haveThemToo() {
        recorder.clear();
        try (Stream<List<Integer>> all = books
                .orderBy(BOOK.id)
                .values(BOOK.reviews().list(reviews.orderBy(REVIEW.id).values(REVIEW.stars)))
                .stream()) {
            assertThat(all).containsExactly(List.of(5, 3, 4), List.of(2), List.of(5), List.of(), List.of(1));
        }
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void noRows_askForNoMore() {
        recorder.clear();
        assertThat(books.filter(BOOK.id.lt(0))
                        .values(BOOK.reviews().list(REVIEW.stars))
                        .list())
                .isEmpty();
        assertThat(recorder.texts()).hasSize(1);
        assertThat(books.filter(BOOK.id.eq(1))
                        .values(BOOK.reviews().list(reviews.none().values(REVIEW.stars)))
                        .get())
                .isEmpty();
        assertThat(recorder.texts()).hasSize(2);
        assertThat(books.values(BOOK.id, BOOK.reviews().list(REVIEW.stars)).count())
                .isEqualTo(5);
    }

    @Test
    void whatIsReadAfterTheRows_isRefusedWhereRowsAreChosen() {
        Expr<Book, List<Integer>> stars = BOOK.reviews().list(REVIEW.stars);
        assertThatThrownBy(() -> books.filter(stars.isNull()))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("'reviews' is taken of related rows")
                .hasMessageContaining("in query: Book.objects");
        assertThatThrownBy(() -> books.orderBy(stars)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> books.annotate(stars)).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> books.groupBy(BOOK.title).values(BOOK.title, stars))
                .isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> books.values(stars).union(books.values(stars))).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> AUTHOR.books().reviews().list(REVIEW.stars))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("leads over many rows before its last relation");
        assertThatThrownBy(
                        () -> BOOK.reviews().list(reviews.groupBy(REVIEW.stars).values(REVIEW.stars)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("ask a query of their own");
    }
}
