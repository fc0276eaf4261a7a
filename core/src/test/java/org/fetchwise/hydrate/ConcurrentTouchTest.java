package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.Dialects;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.hydrate.shelf.QAuthor;
import org.fetchwise.hydrate.shelf.QBook;
import org.fetchwise.hydrate.shelf.QPublisher;
import org.fetchwise.jdbc.ConnectionSources;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.Listeners;
import org.fetchwise.jdbc.ThreadTransactions;
import org.fetchwise.query.Query;
import org.fetchwise.schema.Schema;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.ConnectionSource;
import org.fetchwise.spi.QueryStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Threads that touch the same thing at once load it once, and all of them see it. */
class ConcurrentTouchTest {
    private static final int THREADS = 8;
    private static final Cause RAW = new Cause.Raw();

    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @RepeatedTest(20)
    void toOne_isLoadedOnce() throws Exception {
        assertThat(touch(book -> book.getAuthor().getName())).containsOnly("Author 3");
        assertThat(shelf.sent()).isEqualTo(2);
    }

    @RepeatedTest(20)
    void toMany_isLoadedOnceAndIsOneCollection() throws Exception {
        List<Object> collections = touch(book -> {
            book.getChapters().iterator().next();
            return book.getChapters();
        });
        assertThat(collections).allSatisfy(each -> assertThat(each).isSameAs(collections.get(0)));
        assertThat(shelf.sent()).isEqualTo(2);
    }

    @RepeatedTest(20)
    void count_isTakenOnce() throws Exception {
        assertThat(touch(book -> book.getChapters().size())).containsOnly(2);
        assertThat(shelf.sent()).isEqualTo(2);
    }

    /** Threads that begin at different groups, and touch one while what the other gave is on its way. */
    @Test
    void touchesOfTwoGroupsInAnyOrder_loadEverythingOnce() throws Exception {
        List<Book> one = shelf.database()
                .objects(BOOK)
                .defer(BOOK.summary)
                .orderBy(BOOK.id.asc())
                .list();
        List<Book> other = shelf.database()
                .objects(BOOK)
                .defer(BOOK.summary)
                .orderBy(BOOK.id.asc())
                .list();
        shelf.sent();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 200; thread++) {
                int number = thread;
                running.add(threads.submit(() -> {
                    start.await();
                    List<Book> first = number % 2 == 0 ? one : other;
                    List<Book> second = number % 2 == 0 ? other : one;
                    int seen = 0;
                    for (int at = 0; at < first.size(); at++) {
                        Book book = first.get((at + number) % first.size());
                        Book same = second.get((at + number) % second.size());
                        seen += book.getChapters().size();
                        for (Chapter chapter : book.getChapters()) {
                            seen += chapter.getEditor() == null ? 0 : 1;
                            seen += same.getAuthor().getBooks().size();
                        }
                        seen += book.getTags().size()
                                + same.getTags().stream()
                                        .mapToInt(tag -> tag.getName().length())
                                        .sum();
                        seen += book.getSummary().length();
                    }
                    return seen;
                }));
            }
            start.countDown();
        }
        assertThat(running).extracting(Future::get).containsOnly(running.get(0).get());
        // Each statement was sent once for each of the groups.
        Map<Object, Long> causes =
                shelf.statements().stream().collect(Collectors.groupingBy(QueryStart::cause, Collectors.counting()));
        assertThat(causes.values()).allMatch(times -> times <= 2);
        assertThat(causes).containsEntry(new Cause.DeferredColumn("Book.summary", 6), 2L);
    }

    /** While one thread streams over the only connection, another waits for it; neither waits for the other's load. */
    @Test
    void touchWithTheConnectionInHand_doesNotWaitForAThreadWithoutOne() throws Exception {
        try (ConnectionSource only = ConnectionSources.open("sqlite::memory:", null, null)) {
            Dialect dialect = Dialects.of("jdbc:sqlite::memory:");
            JdbcExecutor executor = new JdbcExecutor(dialect, only, new ThreadTransactions(), new Listeners());
            QueryRunner runner =
                    new QueryRunner(new QueryCompiler(dialect, Instant::now)::bind, executor, ReadSettings.DEFAULT);
            new Schema(executor, List.of(QAuthor.META, QBook.META, QPublisher.META)).create();
            executor.execute(
                    List.of(
                            "insert into Author(id, name) values (1, 'Ann')",
                            "insert into Book(id, title, pages, author_id) values (1, 'One', 1, 1), (2, 'Two', 2, 1)"),
                    RAW);
            List<Book> shared = runner.list(Query.of(QBook.META), RAW, null);
            CountDownLatch streaming = new CountDownLatch(1);
            CountDownLatch touching = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<String> streamer = threads.submit(() -> {
                    try (Chunks<Book> chunks = runner.chunks(Query.of(QBook.META), 1, RAW, null)) {
                        chunks.next();
                        streaming.countDown();
                        touching.await();
                        Thread.sleep(100);
                        return shared.get(0).getAuthor().getName();
                    }
                });
                Future<String> toucher = threads.submit(() -> {
                    streaming.await();
                    touching.countDown();
                    return shared.get(1).getAuthor().getName();
                });
                assertThat(streamer.get(20, TimeUnit.SECONDS)).isEqualTo("Ann");
                assertThat(toucher.get(20, TimeUnit.SECONDS)).isEqualTo("Ann");
            }
        }
    }

    /** What each thread sees of the second book. */
    private List<Object> touch(Function<Book, Object> look) throws Exception {
        List<Book> books = shelf.database().objects(BOOK).orderBy(BOOK.id.asc()).list();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Object> touching = () -> {
                start.await();
                return look.apply(books.get(1));
            };
            List<Future<Object>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(touching));
            }
            List<Object> seen = new ArrayList<>();
            for (Future<Object> each : running) {
                seen.add(each.get());
            }
            return seen;
        }
    }
}
