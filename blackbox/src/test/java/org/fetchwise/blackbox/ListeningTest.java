package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;
import static org.fetchwise.expr.Functions.prefetch;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.QueryEnd;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What is told of queries: causes, origins, rows, and every stage on the way to SQL. */
class ListeningTest extends LibraryTest {
    ListeningTest(Engine engine) {
        super(engine);
    }

    @Test
    void eachTerminal_isNamedAsTheCause() {
        books.list();
        books.first();
        books.count();
        books.exists();
        books.values(BOOK.id).list();
        try (Stream<Book> stream = books.stream()) {
            assertThat(stream).hasSize(5);
        }
        books.forEachChunk(10, chunk -> assertThat(chunk).hasSize(5));
        books.inBulk(List.of(1L));
        assertThat(recorder.causes())
                .containsExactly(
                        new Cause.Terminal("list"),
                        new Cause.Terminal("first"),
                        new Cause.Terminal("count"),
                        new Cause.Terminal("exists"),
                        new Cause.Terminal("list"),
                        new Cause.Terminal("stream"),
                        new Cause.Terminal("forEachChunk"),
                        new Cause.Terminal("inBulk"));
    }

    @Test
    void followingQueries_areNamedByTheirPaths() {
        List<Book> all = books.orderBy(BOOK.id)
                .prefetchRelated(BOOK.reviews().reviewer(), prefetch(BOOK.tags(), database.objects(TAG)))
                .list();
        assertThat(recorder.causes())
                .containsExactlyInAnyOrder(
                        new Cause.Terminal("list"),
                        new Cause.PrefetchLoad("Book.reviews"),
                        new Cause.PrefetchLoad("Book.reviews.reviewer"),
                        new Cause.PrefetchLoad("Book.tags"));
        recorder.clear();
        assertThat(all.get(0).getPublisher().getName()).isNotEmpty();
        assertThat(all.get(0).getSummary()).isNotNull();
        assertThat(recorder.causes())
                .containsExactly(new Cause.PeerLoad("Book.publisher", 4), new Cause.DeferredColumn("Book.summary", 5));
    }

    @Test
    void rowsAreCounted() {
        books.list();
        books.filter(BOOK.pages.gt(1_000)).list();
        assertThat(recorder.finished()).extracting(QueryEnd::rows).containsExactly(5L, 0L);
        assertThat(recorder.finished()).allSatisfy(end -> {
            assertThat(end.failed()).isFalse();
            assertThat(end.nanos()).isPositive();
        });
        assertThat(recorder.rows()).isEqualTo(5);
    }

    @Test
    void theOrigin_isTheLineOfTheUser() {
        Books published = books.filter(BOOK.published);
        int line = line();
        published.list();
        assertThat(String.valueOf(recorder.started().get(0).origin()))
                .contains("theOrigin_isTheLineOfTheUser")
                .contains("ListeningTest.java:" + (line + 1));
        Book alpha = books.get(BOOK.id.eq(1));
        recorder.clear();
        assertThat(alpha.getAuthor()).isNotNull();
        assertThat(String.valueOf(recorder.started().get(0).origin())).contains("ListeningTest.java");
    }

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }

    @Test
    void aWrongNumberOfQueries_listsThem() {
        AssertionFailedError failure = assertThrows(
                AssertionFailedError.class,
                () -> recorder.assertQueries(1, () -> {
                    books.filter(BOOK.published).count();
                    books.get(BOOK.id.eq(1L)).getAuthor().getName();
                }));
        assertThat(failure)
                .hasMessageContaining("1. count at ")
                .hasMessageContaining("2. get at ")
                .hasMessageContaining("3. Book.author for 1 object at ")
                .hasMessageContaining("ListeningTest.java");
        assertThat(failure.getActual().getValue()).isEqualTo(3);
    }

    @Test
    void theDriver_seesWhatTheListenerIsTold() {
        List<String> sent = new CopyOnWriteArrayList<>();
        ProxyDataSource driver = ProxyDataSourceBuilder.create(library.pool())
                .beforeQuery((execution, queries) -> queries.forEach(query -> sent.add(query.getQuery())))
                .build();
        Database witnessed = Database.of(driver).withListener(recorder);
        witnessed.objects(BOOK).count();
        recorder.clear();
        sent.clear();
        witnessed
                .objects(BOOK)
                .prefetchRelated(BOOK.reviews(), BOOK.tags())
                .selectRelated(BOOK.author())
                .list();
        assertThat(sent).hasSize(3).isEqualTo(recorder.texts());
        assertThat(driver.getConnectionIdManager().getOpenConnectionIds()).isEmpty();
    }

    @Test
    void oneShape_isCompiledOnce() {
        books.filter(BOOK.pages.gt(1)).list();
        long compiled = database.compilations();
        for (int pages = 2; pages < 50; pages++) {
            books.filter(BOOK.pages.gt(pages)).list();
        }
        books.filter(BOOK.id.isIn(1L)).list();
        books.filter(BOOK.id.isIn(1L, 2L, 3L)).list();
        assertThat(database.compilations() - compiled).isLessThanOrEqualTo(1);
    }

    @Test
    void explain_printsEveryStage() {
        String text = recorder.assertQueries(
                0,
                () -> books.filter(BOOK.author().name.eq("secret"))
                        .prefetchRelated(BOOK.reviews())
                        .orderBy(BOOK.title)
                        .limit(3)
                        .explain());
        assertThat(text)
                .containsIgnoringCase("select")
                .containsIgnoringCase("join")
                .contains("author")
                .doesNotContain("secret");
        assertThat(books.values(BOOK.title).explain()).containsIgnoringCase("select");
        assertThat(authors.filter(AUTHOR.books().any()).explain()).containsIgnoringCase("exists");
        assertThat(database.objects(REVIEW).explain()).contains("review");
    }
}
