package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.junit.jupiter.api.Test;

/** Where the fetch modes of Django 6.1 have holes, peers are found here; and objects from anywhere are loaded for together. */
class PeersTest extends LibraryTest {
    PeersTest(Engine engine) {
        super(engine);
    }

    @Test
    void childrenOfAPrefetchedCollection_arePeers() {
        List<Author> all =
                authors.orderBy(AUTHOR.id).prefetchRelated(AUTHOR.books()).list();
        recorder.assertQueries(1, () -> {
            for (Author author : all) {
                for (Book book : author.getBooks()) {
                    assertThat(book.getPublisher() == null
                                    || book.getPublisher().getName() != null)
                            .isTrue();
                }
            }
        });
        Author refusing = authors.fetchMode(FetchMode.RAISE)
                .prefetchRelated(AUTHOR.books())
                .get(AUTHOR.id.eq(1L));
        assertThatThrownBy(() -> refusing.getBooks().getFirst().getPublisher().getName())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Book.publisher");
    }

    @Test
    void objectsOfSelectRelated_arePeers() {
        List<Book> all = books.orderBy(BOOK.id).selectRelated(BOOK.author()).list();
        recorder.assertQueries(
                1,
                () -> assertThat(all)
                        .extracting(book -> book.getAuthor().getBiography() != null)
                        .containsExactly(true, true, false, false, true));
    }

    @Test
    void objectsOfAChunk_stayPeers_alsoWhenOnlyOneOfThemIsHeld() {
        AtomicInteger seen = new AtomicInteger();
        recorder.assertQueries(
                4,
                () -> books.orderBy(BOOK.id).forEachChunk(2, chunk -> {
                    Book first = chunk.getFirst();
                    assertThat(first.getAuthor().getName()).isNotEmpty();
                    chunk.forEach(book -> assertThat(book.getAuthor().getName()).isNotEmpty());
                    seen.addAndGet(chunk.size());
                }));
        assertThat(seen).hasValue(5);
    }

    @Test
    void aDeferredColumn_overwritesNoValueThatWasSet() {
        List<Book> all = books.only(BOOK.title).orderBy(BOOK.id).list();
        all.get(1).setPages(7);
        recorder.assertQueries(
                1, () -> assertThat(all).extracting(Book::getPages).containsExactly(100, 7, 300, 400, 50));
    }

    @Test
    void eachCollection_isLoadedForAllOwners() {
        List<Author> all = authors.orderBy(AUTHOR.id).list();
        recorder.assertQueries(
                2,
                () -> assertThat(all)
                        .extracting(author -> author.getBooks().stream()
                                .mapToInt(book -> book.getReviews().size())
                                .sum())
                        .containsExactly(4, 1, 1, 0));
    }

    @Test
    void aHandle_hasAModeForAll() {
        Book book = database.withFetchMode(FetchMode.RAISE).objects(BOOK).get(BOOK.id.eq(1L));
        assertThatThrownBy(() -> book.getAuthor().getName()).isInstanceOf(LazyLoadException.class);
        assertThatThrownBy(() -> book.getReviews().size()).isInstanceOf(LazyLoadException.class);
        assertThatThrownBy(book::getSummary).isInstanceOf(LazyLoadException.class);
    }

    @Test
    void prefetch_loadsForObjectsFromAnywhere() {
        List<Book> mixed = new ArrayList<>(books.filter(BOOK.id.le(2)).list());
        mixed.add(books.get(BOOK.id.eq(4L)));
        mixed.add(database.objects(REVIEW)
                .selectRelated(REVIEW.book())
                .get(REVIEW.id.eq(6L))
                .getBook());
        recorder.clear();
        recorder.assertQueries(2, () -> database.prefetch(mixed, BOOK.reviews().reviewer()));
        recorder.assertQueries(2, () -> database.prefetch(mixed, BOOK.author(), BOOK.tags()));
        recorder.assertQueries(0, () -> {
            for (Book book : mixed) {
                assertThat(book.getAuthor().getName()).isNotEmpty();
                book.getTags().forEach(tag -> assertThat(tag.getLabel()).isNotEmpty());
                for (Review review : book.getReviews()) {
                    assertThat(review.getReviewer() == null
                                    || review.getReviewer().getName() != null)
                            .isTrue();
                }
            }
        });
        recorder.assertQueries(0, () -> database.prefetch(mixed, BOOK.author(), BOOK.tags()));
    }

    @Test
    void objectsOfTwoQueries_keepTheirOwnPeers() {
        List<Book> left = books.orderBy(BOOK.id).list();
        List<Book> right = books.orderBy(BOOK.id).list();
        database.prefetch(left, BOOK.author());
        recorder.clear();
        assertThat(left.getFirst().getAuthor()).isNotSameAs(right.getFirst().getAuthor());
        assertThat(recorder.causes()).containsExactly(new Cause.PeerLoad("Book.author", 5));
    }

    @Test
    void aCollectionWhoseObjectsAreKnown_needsNoCount() {
        List<Book> all = books.orderBy(BOOK.id).list();
        recorder.assertQueries(
                1,
                () -> all.forEach(book -> book.getReviews()
                        .forEach(review -> assertThat(review.getStars()).isPositive())));
        recorder.assertQueries(
                0,
                () -> assertThat(all)
                        .extracting(book -> book.getReviews().size())
                        .containsExactly(3, 1, 1, 0, 1));
    }

    @Test
    void inBulk_findsKeysWhateverTypeTheirNumbersHave() {
        assertThat(database.objects(TAG).inBulk(List.of((short) 1, (short) 3))).containsOnlyKeys((short) 1, (short) 3);
        assertThat(database.objects(TAG).inBulk(List.of((byte) 2))).containsOnlyKeys((byte) 2);
        assertThat(database.objects(TAG).inBulk(List.of(1L, 77L))).containsOnlyKeys(1L);
        assertThat(books.inBulk(List.of(1, 2, 77))).containsOnlyKeys(1, 2);
        assertThat(books.inBulk(List.of((short) 4))).containsOnlyKeys((short) 4);
        assertThat(books.inBulk(List.<Object>of(1L, 2, (short) 3)).values())
                .extracting(Book::getId)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aTag_isFoundFromEachOfItsBooks() {
        List<Tag> all = database.objects(TAG).list();
        recorder.assertQueries(
                2,
                () -> assertThat(all)
                        .extracting(tag -> tag.getBooks().stream()
                                .filter(book -> book.getAuthor().isActive())
                                .count())
                        .containsExactlyInAnyOrder(2L, 2L, 0L));
    }
}
