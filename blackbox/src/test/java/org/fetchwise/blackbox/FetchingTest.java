package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QPublisher.PUBLISHER;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;
import static org.fetchwise.expr.Functions.prefetch;
import static org.fetchwise.expr.Functions.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Biography;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Relations that are asked for together with the objects. */
class FetchingTest extends LibraryTest {
    FetchingTest(Engine engine) {
        super(engine);
    }

    @Test
    void selectRelated_readsToOneRelationsInTheSameQuery() {
        List<String> names = recorder.assertQueries(1, () -> {
            List<String> read = new ArrayList<>();
            for (Book book : books.orderBy(BOOK.id).selectRelated(BOOK.author(), BOOK.publisher())) {
                Publisher publisher = book.getPublisher();
                read.add(book.getAuthor().getName() + "/" + (publisher == null ? "-" : publisher.getName()));
            }
            return read;
        });
        assertThat(names).containsExactly("Ada/North", "Ada/North", "Bert/South", "Bert/-", "Cleo/South");
    }

    @Test
    void prefetch_ofAPathAsText_isReadBackFromTheObjectsBeforeItsEnd() {
        Prefetch<Object, @Nullable Object> good =
                prefetch(relation("books__reviews"), database.objects(REVIEW).filter(REVIEW.stars.ge((short) 4)));
        Prefetch<Object, @Nullable Object> late = prefetch(
                relation("books"), database.objects(BOOK).filter(BOOK.id.gt(1)).orderBy(BOOK.id));

        assertThat(recorder.assertQueries(
                        3, () -> counts(good, authors.orderBy(AUTHOR.id).prefetchRelated(good), null)))
                .containsExactly(2, 0, 1, 0, 0);
        assertThat(recorder.assertQueries(
                        3, () -> counts(good, authors.orderBy(AUTHOR.id).prefetchRelated(late, good), late)))
                .containsExactly(0, 1, 0, 0);
    }

    private static List<Integer> counts(
            Prefetch<Object, @Nullable Object> reviews,
            Iterable<Author> owners,
            @Nullable Prefetch<Object, @Nullable Object> books) {
        List<Integer> counts = new ArrayList<>();
        for (Author author : owners) {
            List<?> written = books == null ? author.getBooks() : (List<?>) Objects.requireNonNull(books.of(author));
            written.forEach(book -> counts.add(((List<?>) Objects.requireNonNull(reviews.of(book))).size()));
        }
        return counts;
    }

    @Test
    void selectRelated_followsSeveralHops() {
        recorder.assertQueries(1, () -> {
            Book fifth = books.selectRelated(BOOK.prequel().prequel().author().mentor())
                    .get(BOOK.id.eq(5));
            assertThat(fifth.getPrequel().getPrequel().getAuthor().getName()).isEqualTo("Ada");
            assertThat(fifth.getPrequel().getPrequel().getAuthor().getMentor()).isNull();
            Book first = fifth.getPrequel().getPrequel();
            assertThat(first.getPrequel()).isNull();
        });
    }

    @Test
    void selectRelated_followsAReverseOneToOne() {
        recorder.assertQueries(1, () -> {
            List<Author> all =
                    authors.orderBy(AUTHOR.id).selectRelated(AUTHOR.biography()).list();
            assertThat(all.get(0).getBiography()).isNotNull();
            assertThat(all.get(0).getBiography().getAuthor()).isSameAs(all.get(0));
            assertThat(all.get(1).getBiography()).isNull();
            assertThat(all.get(2).getBiography().getId()).isEqualTo(2L);
        });
    }

    @Test
    void prefetchRelated_readsCollectionsInOneQueryEach() {
        recorder.assertQueries(3, () -> {
            List<Book> all = books.orderBy(BOOK.id)
                    .prefetchRelated(BOOK.reviews(), BOOK.tags())
                    .list();
            assertThat(all).extracting(book -> book.getReviews().size()).containsExactly(3, 1, 1, 0, 1);
            assertThat(all).extracting(book -> book.getTags().size()).containsExactly(2, 1, 0, 1, 2);
            assertThat(all.get(0).getReviews())
                    .allSatisfy(review -> assertThat(review.getBook()).isSameAs(all.get(0)));
            assertThat(all.get(2).getTags()).isEmpty();
        });
    }

    @Test
    void prefetchRelated_followsSeveralHops() {
        recorder.assertQueries(3, () -> {
            List<Author> all = authors.orderBy(AUTHOR.id)
                    .prefetchRelated(AUTHOR.books().reviews())
                    .list();
            assertThat(all.get(0).getBooks())
                    .extracting(book -> book.getReviews().size())
                    .containsExactlyInAnyOrder(3, 1);
            assertThat(all.get(3).getBooks()).isEmpty();
        });
    }

    @Test
    void prefetchRelated_readsToOneRelationsToo() {
        recorder.assertQueries(3, () -> {
            List<Review> all = database.objects(REVIEW)
                    .orderBy(REVIEW.id)
                    .prefetchRelated(REVIEW.reviewer(), REVIEW.book())
                    .list();
            assertThat(all.get(0).getReviewer().getName()).isEqualTo("Bert");
            assertThat(all.get(2).getReviewer()).isNull();
            assertThat(all.get(0).getBook()).isSameAs(all.get(1).getBook());
        });
    }

    @Test
    void prefetchRelated_readsAReverseOneToOne() {
        recorder.assertQueries(2, () -> {
            List<Author> all = authors.orderBy(AUTHOR.id)
                    .prefetchRelated(AUTHOR.biography())
                    .list();
            assertThat(all)
                    .extracting(author -> {
                        Biography biography = author.getBiography();
                        return biography == null ? null : biography.getId();
                    })
                    .containsExactly(1L, null, 2L, null);
        });
    }

    @Test
    void prefetchRelated_continuesAfterSelectRelated() {
        recorder.assertQueries(2, () -> {
            List<Book> all = books.orderBy(BOOK.id)
                    .selectRelated(BOOK.publisher())
                    .prefetchRelated(BOOK.publisher().books())
                    .list();
            assertThat(all.get(0).getPublisher().getBooks()).containsExactlyInAnyOrder(all.get(0), all.get(1));
            assertThat(all.get(3).getPublisher()).isNull();
        });
    }

    @Test
    void prefetchRelated_fromTheOtherSideOfManyToMany() {
        recorder.assertQueries(2, () -> {
            List<Tag> all = database.objects(TAG)
                    .orderBy(TAG.id)
                    .prefetchRelated(TAG.books())
                    .list();
            assertThat(all).extracting(tag -> tag.getBooks().size()).containsExactly(3, 3, 0);
        });
    }

    @Test
    void prefetchRelated_byUuidKeys() {
        recorder.assertQueries(2, () -> {
            List<Publisher> all = database.objects(PUBLISHER)
                    .orderBy(PUBLISHER.name)
                    .prefetchRelated(PUBLISHER.books())
                    .list();
            assertThat(all).extracting(Publisher::getName).containsExactly("Empty", "North", "South");
            assertThat(all).extracting(house -> house.getBooks().size()).containsExactly(0, 2, 2);
        });
    }

    @Test
    void aPrefetch_filtersOrdersAndIsReadByItsKey() {
        Prefetch<Book, List<Review>> good = prefetch(
                        BOOK.reviews(),
                        database.objects(REVIEW)
                                .filter(REVIEW.stars.ge(4))
                                .selectRelated(REVIEW.reviewer())
                                .orderBy(REVIEW.stars.desc()))
                .named("good_reviews");
        recorder.assertQueries(2, () -> {
            List<Book> all = books.orderBy(BOOK.id).prefetchRelated(good).list();
            assertThat(good.of(all.get(0))).extracting(Review::getStars).containsExactly(5, 4);
            assertThat(good.of(all.get(0)).get(0).getReviewer().getName()).isEqualTo("Bert");
            assertThat(good.of(all.get(1))).isEmpty();
            assertThat(good.of(all.get(3))).isEmpty();
        });
    }

    @Test
    void aPrefetch_leavesTheRelationItselfAlone() {
        Prefetch<Book, List<Review>> good =
                prefetch(BOOK.reviews(), database.objects(REVIEW).filter(REVIEW.stars.ge(4)));
        Book alpha = books.prefetchRelated(good).get(BOOK.id.eq(1));
        assertThat(good.of(alpha)).hasSize(2);
        assertThat(alpha.getReviews()).hasSize(3);
    }

    @Test
    void aSlicedPrefetch_isCutForEachOwner() {
        Prefetch<Book, List<Review>> latest = prefetch(
                BOOK.reviews(),
                database.objects(REVIEW).orderBy(REVIEW.writtenAt.desc()).limit(2));
        recorder.assertQueries(2, () -> {
            List<Book> all = books.orderBy(BOOK.id).prefetchRelated(latest).list();
            assertThat(latest.of(all.get(0))).extracting(Review::getId).containsExactly(3L, 2L);
            assertThat(latest.of(all.get(1))).extracting(Review::getId).containsExactly(4L);
            assertThat(latest.of(all.get(3))).isEmpty();
        });
    }

    @Test
    void aSlicedPrefetch_worksOverALinkTable() {
        Prefetch<Book, List<Tag>> second =
                prefetch(BOOK.tags(), database.objects(TAG).orderBy(TAG.label).slice(1, 2));
        recorder.assertQueries(2, () -> {
            List<Book> all = books.orderBy(BOOK.id).prefetchRelated(second).list();
            assertThat(second.of(all.get(0))).extracting(Tag::getLabel).containsExactly("new");
            assertThat(second.of(all.get(1))).isEmpty();
            assertThat(second.of(all.get(4))).extracting(Tag::getLabel).containsExactly("new");
        });
    }

    @Test
    void twoPrefetchesOfOneRelation_areKeptApart() {
        Prefetch<Book, List<Review>> good = prefetch(
                        BOOK.reviews(), database.objects(REVIEW).filter(REVIEW.stars.ge(4)))
                .named("good");
        Prefetch<Book, List<Review>> bad = prefetch(
                        BOOK.reviews(), database.objects(REVIEW).filter(REVIEW.stars.lt(4)))
                .named("bad");
        Book alpha = books.prefetchRelated(good, bad).get(BOOK.id.eq(1));
        assertThat(good.of(alpha)).hasSize(2);
        assertThat(bad.of(alpha)).hasSize(1);
    }

    @Test
    void aPrefetch_canPrefetchItself() {
        Prefetch<Author, List<Book>> published = prefetch(
                AUTHOR.books(), books.published().prefetchRelated(BOOK.tags()).orderBy(BOOK.id));
        recorder.assertQueries(3, () -> {
            Author ada = authors.prefetchRelated(published).get(AUTHOR.id.eq(1));
            assertThat(published.of(ada))
                    .extracting(book -> book.getTags().size())
                    .containsExactly(2, 1);
        });
    }

    @Test
    void aPrefetch_overToOne_holdsOneObject() {
        var active = prefetch(BOOK.author(), authors.filter(AUTHOR.active));
        List<Book> all = books.orderBy(BOOK.id).prefetchRelated(active).list();
        assertThat(active.of(all.get(0))).isNotNull();
        assertThat(active.of(all.get(4))).isNull();
    }

    @Test
    void aPrefetchThatWasNotAskedFor_isAnErrorThatSaysSo() {
        Prefetch<Book, List<Review>> good = prefetch(
                        BOOK.reviews(), database.objects(REVIEW).filter(REVIEW.stars.ge(4)))
                .named("good");
        Book alpha = books.get(BOOK.id.eq(1));
        assertThatThrownBy(() -> good.of(alpha))
                .isInstanceOf(FetchwiseException.class)
                .hasMessageContaining("good")
                .hasMessageContaining("prefetchRelated");
    }

    @Test
    void annotate_countsRelatedRows() {
        List<Book> all = recorder.assertQueries(
                1, () -> books.withReviewCount().orderBy(BOOK.id).list());
        assertThat(all).extracting(Books.REVIEW_COUNT::of).containsExactly(3L, 1L, 1L, 0L, 1L);
        assertThat(books.withReviewCount().filter(Books.REVIEW_COUNT.gt(1)).list())
                .hasSize(1);
        assertThat(ids(books.withReviewCount().orderBy(Books.REVIEW_COUNT.desc(), BOOK.id)))
                .containsExactly(1L, 2L, 3L, 5L, 4L);
    }

    @Test
    void severalCounts_neverMultiply() {
        var reviews = BOOK.reviews().count();
        var good = BOOK.reviews().count(REVIEW.stars.ge(4));
        var tags = BOOK.tags().count();
        Book alpha = books.annotate(reviews, good, tags).get(BOOK.id.eq(1));
        assertThat(reviews.of(alpha)).isEqualTo(3L);
        assertThat(good.of(alpha)).isEqualTo(2L);
        assertThat(tags.of(alpha)).isEqualTo(2L);
        assertThat(books.annotate(reviews, tags).count()).isEqualTo(5);
    }
}
