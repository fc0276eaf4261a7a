package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.fetchwise.hydrate.shelf.Book;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Threads that touch the same thing at once load it once, and all of them see it. */
class ConcurrentTouchTest {
    private static final int THREADS = 8;

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
