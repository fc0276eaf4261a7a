package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QPublisher.PUBLISHER;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.util.List;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** The queryset of what a relation of one object leads to. */
class RelatedQuerySetTest extends LibraryTest {
    RelatedQuerySetTest(Engine engine) {
        super(engine);
    }

    @Test
    void it_isFilteredOrderedAndCounted() {
        Book alpha = books.get(BOOK.id.eq(1));
        assertThat(database.related(alpha, BOOK.reviews()).count()).isEqualTo(3);
        assertThat(database.related(alpha, BOOK.reviews())
                        .filter(REVIEW.stars.ge(4))
                        .count())
                .isEqualTo(2);
        assertThat(database.related(alpha, BOOK.reviews())
                        .orderBy(REVIEW.stars.desc())
                        .list())
                .extracting(Review::getStars)
                .containsExactly(5, 4, 3);
        assertThat(database.related(alpha, BOOK.reviews())
                        .filter(REVIEW.stars.eq(1))
                        .exists())
                .isFalse();
        assertThat(database.related(alpha, BOOK.reviews())
                        .orderBy(REVIEW.id)
                        .values(REVIEW.id)
                        .list())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void it_goesOverALinkTableInBothDirections() {
        Book alpha = books.get(BOOK.id.eq(1));
        assertThat(database.related(alpha, BOOK.tags()).list())
                .extracting(Tag::getLabel)
                .containsExactly("classic", "new");
        assertThat(database.related(alpha, BOOK.tags())
                        .filter(TAG.label.startsWith("n"))
                        .get()
                        .getId())
                .isEqualTo(1);
        Tag tag = database.objects(TAG).get(TAG.label.eq("new"));
        assertThat(database.related(tag, TAG.books())
                        .orderBy(BOOK.id)
                        .values(BOOK.id)
                        .list())
                .containsExactly(1L, 2L, 5L);
    }

    @Test
    void it_goesByUuidKeysAndToItself() {
        Publisher south = database.objects(PUBLISHER).get(PUBLISHER.name.eq("South"));
        assertThat(database.related(south, PUBLISHER.books()).count()).isEqualTo(2);
        Author ada = authors.get(AUTHOR.name.eq("Ada"));
        assertThat(database.related(ada, AUTHOR.mentees())
                        .orderBy(AUTHOR.name)
                        .values(AUTHOR.name)
                        .list())
                .containsExactly("Bert", "Cleo");
    }

    @Test
    void overALoadedRelation_itSendsNothing() {
        Book alpha = books.prefetchRelated(BOOK.reviews()).get(BOOK.id.eq(1));
        recorder.assertQueries(0, () -> {
            List<Review> reviews = database.related(alpha, BOOK.reviews()).list();
            assertThat(reviews).containsExactlyElementsOf(alpha.getReviews());
            assertThat(database.related(alpha, BOOK.reviews()).count()).isEqualTo(3);
            assertThat(database.related(alpha, BOOK.reviews()).exists()).isTrue();
        });
        recorder.assertQueries(
                1,
                () -> assertThat(database.related(alpha, BOOK.reviews())
                                .filter(REVIEW.stars.eq(5))
                                .count())
                        .isEqualTo(1));
    }

    @Test
    void itsFirstRow_isThatOfTheRelation() {
        Book alpha = books.prefetchRelated(BOOK.reviews()).get(BOOK.id.eq(1));
        assertThat(database.related(alpha, BOOK.reviews()).orderBy(REVIEW.stars).first())
                .get()
                .extracting(Review::getId)
                .isEqualTo(2L);
        assertThat(database.related(alpha, BOOK.reviews()).first())
                .get()
                .extracting(Review::getId)
                .isEqualTo(1L);
    }

    @Test
    void anObjectWithoutAKey_hasNothingRelated() {
        assertThatThrownBy(() -> database.related(new Book(), BOOK.reviews()))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Book")
                .hasMessageContaining("save it first");
    }

    @Test
    void aPlainObjectWithAKey_isEnough() {
        Book plain = new Book();
        plain.setId(1L);
        assertThat(database.related(plain, BOOK.reviews()).count()).isEqualTo(3);
    }

    @Test
    void aPathOfSeveralRelations_isRefused() {
        Author ada = authors.get(AUTHOR.name.eq("Ada"));
        assertThatThrownBy(() -> database.related(ada, AUTHOR.books().reviews()))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("one relation");
    }
}
