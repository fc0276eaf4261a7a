package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.fetchwise.Database;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners are called while nothing is locked: whatever they read, nobody waits for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListenerTouchTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    private List<Book> books(QueryListener listener) {
        Database database = shelf.database().withListener(listener);
        return database.objects(BOOK).orderBy(BOOK.id.asc()).list();
    }

    @Test
    void listener_mayTouchTheVeryGroupThatIsLoaded() {
        List<Book> read = new ArrayList<>();
        AtomicInteger told = new AtomicInteger();
        read.addAll(books(new QueryListener() {
            @Override
            public void started(QueryStart start) {
                told.incrementAndGet();
                look();
            }

            @Override
            public void finished(QueryEnd end) {
                look();
            }

            private void look() {
                for (Book book : read) {
                    assertThat(book.getAuthor().getName()).startsWith("Author");
                    assertThat(book.getChapters()).hasSize(book.getId().intValue());
                }
            }
        }));
        assertThat(read.get(3).getAuthor().getName()).isEqualTo("Author 2");
        assertThat(read.get(3).getChapters()).extracting(Chapter::getBook).containsOnly(read.get(3));
        assertThat(read.get(3).getTags()).hasSize(2);
        // The books, one touch each of the author and the tags' number; the listener's own reading is told to nobody.
        assertThat(told.get()).isBetween(3, 5);
    }

    /** What a monitor with a lock of its own does: the classical deadlock of two locks taken in opposite orders. */
    @Test
    void listeners_withALockOfTheirOwn_mayRead() throws Exception {
        ReentrantLock own = new ReentrantLock();
        List<Book> shared =
                shelf.database().objects(BOOK).orderBy(BOOK.id.asc()).list();
        QueryListener locking = new QueryListener() {
            @Override
            public void started(QueryStart start) {
                own.lock();
                try {
                    assertThat(shared.get(0).getAuthor().getName()).isEqualTo("Author 2");
                } finally {
                    own.unlock();
                }
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                List<Book> books = books(locking);
                List<Future<?>> running = new ArrayList<>();
                for (int thread = 0; thread < 8; thread++) {
                    running.add(threads.submit(() -> books.forEach(book -> {
                        assertThat(book.getAuthor().getName()).startsWith("Author");
                        assertThat(book.getChapters().getFirst().getHeading()).startsWith("Chapter");
                    })));
                }
                for (Future<?> each : running) {
                    each.get(30, TimeUnit.SECONDS);
                }
            }
        }
    }

    /** A listener that waits for another thread which needs what is being loaded: that thread loads for itself. */
    @Test
    void listener_mayWaitForAThreadThatTouches() {
        List<Book> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            read.addAll(books(new QueryListener() {
                @Override
                public void started(QueryStart start) {
                    if (!read.isEmpty() && !Thread.currentThread().isVirtual()) {
                        try {
                            threads.submit(() -> read.get(0).getAuthor().getName())
                                    .get(30, TimeUnit.SECONDS);
                        } catch (Exception failure) {
                            throw new IllegalStateException(failure);
                        }
                    }
                }
            }));
            assertThat(read.get(1).getAuthor().getName()).isEqualTo("Author 3");
            assertThat(read.get(0).getAuthor()).isSameAs(read.get(3).getAuthor());
        }
    }
}
