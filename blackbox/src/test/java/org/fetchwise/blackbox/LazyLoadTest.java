package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Biography;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.junit.jupiter.api.Test;

/** What happens on the touch of something that was not loaded. */
class LazyLoadTest extends LibraryTest {
    LazyLoadTest(Engine engine) {
        super(engine);
    }

    private List<Book> all() {
        return books.orderBy(BOOK.id).list();
    }

    @Test
    void theFirstTouchOfARelation_loadsItForAll() {
        List<String> names = recorder.assertQueries(
                2, () -> all().stream().map(book -> book.getAuthor().getName()).toList());
        assertThat(names).containsExactly("Ada", "Ada", "Bert", "Bert", "Cleo");
        assertThat(recorder.causes()).containsExactly(new Cause.Terminal("list"), new Cause.PeerLoad("Book.author", 5));
    }

    @Test
    void peersAreFoundAtAnyDepth() {
        recorder.assertQueries(3, () -> {
            for (Review review : database.objects(REVIEW)) {
                Author mentor = review.getBook().getAuthor().getMentor();
                assertThat(mentor == null ? "-" : mentor.getName()).isNotEmpty();
            }
        });
    }

    @Test
    void aMissingRelation_costsNoQuery() {
        recorder.assertQueries(1, () -> {
            Author ada = authors.get(AUTHOR.id.eq(1));
            assertThat(ada.getMentor()).isNull();
        });
    }

    @Test
    void aReverseOneToOne_isLoadedForAll() {
        List<String> lives = recorder.assertQueries(3, () -> {
            List<String> read = new ArrayList<>();
            for (Author author : authors.orderBy(AUTHOR.id)) {
                Biography biography = author.getBiography();
                read.add(biography == null ? "-" : biography.getContent());
            }
            return read;
        });
        assertThat(lives).containsExactly("Ada lived long.", "-", "Cleo travelled.", "-");
    }

    @Test
    void collections_areLoadedForAll() {
        recorder.assertQueries(3, () -> {
            for (Book book : all()) {
                for (Review review : book.getReviews()) {
                    assertThat(review.getBook()).isSameAs(book);
                }
                for (Tag tag : book.getTags()) {
                    assertThat(tag.getLabel()).isNotEmpty();
                }
            }
        });
    }

    @Test
    void sizes_areOneGroupedCount() {
        List<Book> all = all();
        recorder.assertQueries(1, () -> {
            assertThat(all).extracting(book -> book.getReviews().size()).containsExactly(3, 1, 1, 0, 1);
            assertThat(all)
                    .extracting(book -> book.getReviews().isEmpty())
                    .containsExactly(false, false, false, true, false);
        });
        assertThat(recorder.texts().get(0)).containsIgnoringCase("count(").containsIgnoringCase("group by");
        recorder.assertQueries(
                1,
                () -> assertThat(all).extracting(book -> book.getTags().size()).containsExactly(2, 1, 0, 1, 2));
        recorder.assertQueries(
                1,
                () -> assertThat(all.get(0).getReviews())
                        .extracting(Review::getStars)
                        .containsExactlyInAnyOrder(5, 3, 4));
        recorder.assertQueries(0, () -> assertThat(all.get(1).getReviews()).hasSize(1));
    }

    @Test
    void touching_aCollection_sendsNothing() {
        Book alpha = books.get(BOOK.id.eq(1));
        recorder.assertQueries(
                0, () -> assertThat(Objects.requireNonNull(alpha.getReviews())).isNotNull());
    }

    @Test
    void a_setIsASetAndAListAList() {
        Book alpha = books.get(BOOK.id.eq(1));
        Tag tag = database.objects(TAG).get(TAG.label.eq("new"));
        assertThat(alpha.getTags()).extracting(Tag::getId).containsExactlyInAnyOrder(1, 2);
        assertThat(alpha.getTags().contains(tag)).isFalse();
        assertThat(database.sameRow(
                        alpha.getTags().stream()
                                .filter(it -> it.getId() == 1)
                                .findFirst()
                                .orElseThrow(),
                        tag))
                .isTrue();
    }

    @Test
    void adding_toACollectionIsRefused() {
        Book alpha = books.get(BOOK.id.eq(1));
        assertThatThrownBy(() -> alpha.getReviews().add(new Review()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Book.reviews")
                .hasMessageContaining("set 'book' of the Review");
        assertThatThrownBy(() -> alpha.getTags().clear())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Book.tags");
    }

    @Test
    void one_loadsForTheTouchedObjectAlone() {
        recorder.assertQueries(6, () -> {
            for (Book book : books.fetchMode(FetchMode.ONE)) {
                assertThat(book.getAuthor().getName()).isNotEmpty();
            }
        });
        recorder.assertQueries(3, () -> {
            List<Book> all = books.fetchMode(FetchMode.ONE).orderBy(BOOK.id).list();
            assertThat(all.get(0).getAuthor()).isNotSameAs(all.get(1).getAuthor());
        });
    }

    @Test
    void raise_refusesAndNamesTheEdit() {
        Book alpha = books.fetchMode(FetchMode.RAISE).get(BOOK.id.eq(1));
        recorder.clear();
        assertThatThrownBy(() -> alpha.getAuthor().getName())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Book.author")
                .hasMessageContaining(".selectRelated(BOOK.author())");
        assertThatThrownBy(() -> alpha.getReviews().size())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining(".prefetchRelated(BOOK.reviews())");
        assertThatThrownBy(() -> alpha.getSummary())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Book.summary")
                .hasMessageContaining("BOOK.summary");
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void raise_letsPassWhatWasLoaded() {
        Book alpha = books.fetchMode(FetchMode.RAISE)
                .selectRelated(BOOK.author())
                .prefetchRelated(BOOK.reviews())
                .get(BOOK.id.eq(1));
        assertThat(alpha.getAuthor().getName()).isEqualTo("Ada");
        assertThat(alpha.getReviews())
                .hasSize(3)
                .allSatisfy(review -> assertThatThrownBy(() ->
                                Objects.requireNonNull(review.getReviewer()).getName())
                        .isInstanceOfAny(LazyLoadException.class, NullPointerException.class));
        assertThatThrownBy(() ->
                        Objects.requireNonNull(alpha.getAuthor().getBooks()).size())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("BOOK.author().books()");
    }

    @Test
    void theModeOfTheHandle_holdsWhereAQuerySaysNothing() {
        Book alpha = database.withFetchMode(FetchMode.RAISE).objects(BOOK).get(BOOK.id.eq(1));
        assertThatThrownBy(alpha::getAuthor).isInstanceOf(LazyLoadException.class);
        Book peers = database.withFetchMode(FetchMode.RAISE)
                .objects(BOOK)
                .fetchMode(FetchMode.PEERS)
                .get(BOOK.id.eq(1));
        assertThat(peers.getAuthor().getName()).isEqualTo("Ada");
    }

    @Test
    void aLazyColumn_isLoadedForAll() {
        List<Book> all = all();
        recorder.assertQueries(
                1,
                () -> assertThat(all)
                        .extracting(Book::getSummary)
                        .containsExactly("First.", "Second.", null, "Fourth.", "Fifth."));
        assertThat(recorder.causes()).containsExactly(new Cause.DeferredColumn("Book.summary", 5));
    }

    @Test
    void only_leavesOtherColumnsForLater() {
        List<Book> all = recorder.assertQueries(
                1, () -> books.only(BOOK.title).orderBy(BOOK.id).list());
        assertThat(recorder.texts().get(0)).doesNotContain("pages").contains("title");
        recorder.assertQueries(
                0, () -> assertThat(all.get(0).getTitle() + all.get(0).getId()).isEqualTo("Alpha1"));
        recorder.assertQueries(
                1, () -> assertThat(all).extracting(Book::getPages).containsExactly(100, 200, 300, 400, 50));
        recorder.assertQueries(1, () -> assertThat(all.get(2).getIsbn()).isEqualTo("333"));
        assertThat(all.get(4).getAuthor().getName()).isEqualTo("Cleo");
    }

    @Test
    void defer_leavesColumnsForLater() {
        List<Book> all = recorder.assertQueries(
                1, () -> books.defer(BOOK.title, BOOK.pages).orderBy(BOOK.id).list());
        assertThat(recorder.texts().get(0)).doesNotContain("pages");
        recorder.assertQueries(0, () -> assertThat(all.get(0).getIsbn()).isEqualTo("111"));
        recorder.assertQueries(1, () -> assertThat(all.get(3).getTitle()).isEqualTo("Delta_50%"));
    }

    @Test
    void only_reachesIntoSelectedRelations() {
        Book alpha = recorder.assertQueries(
                1,
                () -> books.selectRelated(BOOK.author())
                        .only(BOOK.title, BOOK.author().name)
                        .get(BOOK.id.eq(1)));
        assertThat(recorder.texts().get(0)).doesNotContain("born_on");
        recorder.assertQueries(0, () -> assertThat(alpha.getAuthor().getName()).isEqualTo("Ada"));
        recorder.assertQueries(1, () -> assertThat(alpha.getAuthor().isActive()).isTrue());
    }

    @Test
    void aChangedValue_isNeverOverwritten() {
        List<Book> all = books.defer(BOOK.title).orderBy(BOOK.id).list();
        all.get(1).setTitle("mine");
        recorder.assertQueries(1, () -> assertThat(all.get(0).getTitle()).isEqualTo("Alpha"));
        recorder.assertQueries(0, () -> assertThat(all.get(1).getTitle()).isEqualTo("mine"));
        Author stranger = new Author();
        all.get(0).setAuthor(stranger);
        assertThat(all.get(1).getAuthor().getName()).isEqualTo("Ada");
        assertThat(all.get(0).getAuthor()).isSameAs(stranger);
    }

    @Test
    void oneRow_isOneObject() {
        List<Book> all = books.orderBy(BOOK.id).selectRelated(BOOK.author()).list();
        assertThat(all.get(0).getAuthor()).isSameAs(all.get(1).getAuthor());
        assertThat(all.get(1).getPrequel()).isSameAs(all.get(0));
        assertThat(all.get(0).getAuthor().getBooks()).containsExactlyInAnyOrder(all.get(0), all.get(1));
        assertThat(all.get(0)).isNotSameAs(all().get(0));
        assertThat(database.sameRow(all.get(0), all().get(0))).isTrue();
    }

    @Test
    void peersThatAreKnown_areNotAskedForAgain() {
        List<Book> all = all();
        recorder.assertQueries(0, () -> {
            assertThat(all.get(1).getPrequel()).isSameAs(all.get(0));
            assertThat(all.get(4).getPrequel()).isSameAs(all.get(1));
        });
    }

    @Test
    void threads_loadOnce() throws ExecutionException, InterruptedException {
        List<Book> all = all();
        recorder.clear();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> touches = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                all.forEach(book -> touches.add(
                        () -> book.getAuthor().getName() + book.getReviews().size()));
            }
            List<String> read = new ArrayList<>();
            for (Future<String> touch : threads.invokeAll(touches)) {
                read.add(touch.get());
            }
            assertThat(read.subList(0, 5)).containsExactly("Ada3", "Ada1", "Bert1", "Bert0", "Cleo1");
        }
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void aPlainObject_isWhatTheUserMadeIt() {
        Book plain = new Book();
        recorder.assertQueries(0, () -> {
            assertThat(plain.getAuthor()).isNull();
            assertThat(plain.getReviews()).isNull();
        });
    }
}
