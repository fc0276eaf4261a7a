package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.company.QCustomer.CUSTOMER;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fetchwise.Database;
import org.fetchwise.Found;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.company.Customer;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ContentionException;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.fetchwise.transaction.Isolation;
import org.fetchwise.transaction.TransactionOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many threads at the same rows, over ten connections. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"POSTGRESQL", "MARIADB"})
class ContentionTest {
    private static final int THREADS = 8;
    private static final int CONNECTIONS = 10;

    private final TemporaryDatabase place;
    private final PooledLibrary library;
    private final Database database;
    private final Author author;
    private final Book first;
    private final Book second;

    ContentionTest(Engine engine) {
        place = Servers.shared().newDatabase(engine, "contention");
        library = PooledLibrary.created(place.url(), CONNECTIONS);
        database = library.database();
        Author plain = new Author();
        plain.setName("Ada");
        author = database.objects(AUTHOR).create(plain);
        first = database.objects(BOOK).create(PooledLibrary.book("1", author));
        second = database.objects(BOOK).create(PooledLibrary.book("2", author));
    }

    @AfterEach
    void everyConnectionIsBack() throws Exception {
        try (place;
                library) {
            library.assertWhole();
        }
    }

    /** Runs something in so many threads, and waits for all of them. */
    private static <V> List<V> inThreads(int count, Callable<V> action) throws Exception {
        List<V> results = new ArrayList<>(count);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<V>> running = new ArrayList<>(count);
            for (int at = 0; at < count; at++) {
                running.add(threads.submit(action));
            }
            for (Future<V> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
        }
        return results;
    }

    private int pages(Book book) {
        return database.objects(BOOK).get(BOOK.id.eq(book.getId())).getPages();
    }

    private long add(Book book, int pages) {
        return database.objects(BOOK).filter(BOOK.id.eq(book.getId())).update(BOOK.pages.to(BOOK.pages.plus(pages)));
    }

    @Test
    void updatesThatTheDatabaseReckons_loseNone() throws Exception {
        inThreads(THREADS, () -> {
            for (int at = 0; at < 1_000; at++) {
                add(first, 1);
            }
            return null;
        });
        assertThat(pages(first)).isEqualTo(THREADS * 1_000);
    }

    @Test
    void optimisticLocking_endsWithTheRightSum() throws Exception {
        QuerySet.Of<Customer> customers = database.objects(CUSTOMER);
        Customer plain = new Customer();
        plain.setName("0");
        Long id = customers.create(plain).getId();
        AtomicInteger stale = new AtomicInteger();
        inThreads(THREADS, () -> {
            for (int done = 0; done < 25; ) {
                Customer customer = customers.get(CUSTOMER.id.eq(id));
                customer.setName(String.valueOf(Integer.parseInt(customer.getName()) + 1));
                try {
                    customers.save(customer);
                    done++;
                } catch (StaleObjectException overtaken) {
                    stale.incrementAndGet();
                }
            }
            return null;
        });
        Customer last = customers.get(CUSTOMER.id.eq(id));
        assertThat(last.getName()).isEqualTo(String.valueOf(THREADS * 25));
        assertThat(last.getRevision()).isEqualTo(THREADS * 25);
        assertThat(stale).as("attempts that were overtaken").hasPositiveValue();
    }

    @Test
    void aRowThatManyUpdateOrCreate_isCreatedOnce_andLosesNoUpdate() throws Exception {
        QuerySet.Of<Book> books = database.objects(BOOK);
        List<Integer> created = inThreads(16, () -> {
            int times = 0;
            for (int at = 0; at < 5; at++) {
                times += books.updateOrCreate(
                                        List.of(BOOK.isbn.to("raced")),
                                        List.of(BOOK.pages.to(BOOK.pages.plus(1))),
                                        List.of(
                                                BOOK.title.to("Raced"),
                                                BOOK.pages.to(1),
                                                BOOK.price.to(first.getPrice()),
                                                BOOK.format.to(first.getFormat()),
                                                BOOK.author().to(author)))
                                .created()
                        ? 1
                        : 0;
            }
            return times;
        });
        assertThat(created.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(books.get(BOOK.isbn.eq("raced")).getPages()).isEqualTo(16 * 5);
    }

    @Test
    void aThousandVirtualThreads_finishOverTenConnections() throws Exception {
        List<String> names = inThreads(
                1_000,
                () -> database.atomic(() -> {
                    Book book = database.objects(BOOK).get(BOOK.id.eq(second.getId()));
                    add(book, 1);
                    return book.getAuthor().getName();
                }));
        assertThat(names).hasSize(1_000).containsOnly("Ada");
        assertThat(pages(second)).isEqualTo(1_000);
    }

    @Test
    void aDeadlock_isToldToOne_andItsBlockUndone() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger turn = new AtomicInteger();
        List<Boolean> done = inThreads(2, () -> {
            boolean forward = turn.getAndIncrement() == 0;
            try {
                cross(forward, both, TransactionOptions.STANDARD);
                return true;
            } catch (ContentionException deadlock) {
                return false;
            }
        });
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(List.of(pages(first), pages(second))).isIn(List.of(1, 1), List.of(10, 10));
    }

    @Test
    void aDeadlock_isTriedAgainOnRequest() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger turn = new AtomicInteger();
        inThreads(2, () -> {
            cross(turn.getAndIncrement() == 0, both, TransactionOptions.STANDARD.retries(5));
            return null;
        });
        assertThat(pages(first)).isEqualTo(11);
        assertThat(pages(second)).isEqualTo(11);
    }

    /** Changes both books, the one direction by one page and the other by ten; the first time, both directions have begun. */
    private void cross(boolean forward, CyclicBarrier both, TransactionOptions options) {
        AtomicInteger attempts = new AtomicInteger();
        database.atomic(options, () -> {
            add(forward ? first : second, forward ? 1 : 10);
            if (attempts.getAndIncrement() == 0) {
                meet(both);
            }
            add(forward ? second : first, forward ? 1 : 10);
        });
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception nobodyCame) {
            throw new IllegalStateException(nobodyCame);
        }
    }

    @Test
    void aRowThatAnotherHasCreatedMeanwhile_isFoundInATransactionThatBeganBefore() throws Exception {
        QuerySet.Of<Tag> tags = database.objects(TAG);
        TransactionOptions committedOnly = TransactionOptions.STANDARD.isolation(
                place.engine() == Engine.MARIADB ? Isolation.REPEATABLE_READ : Isolation.READ_COMMITTED);
        Found<Tag> found = database.atomic(committedOnly, () -> {
            assertThat(tags.count()).isZero();
            createElsewhere(tags);
            return tags.getOrCreate(TAG.label.to("raced"));
        });
        assertThat(found.created()).isFalse();
        assertThat(found.object().getLabel()).isEqualTo("raced");
    }

    private static void createElsewhere(QuerySet.Of<Tag> tags) {
        try {
            inThreads(1, () -> {
                Tag tag = new Tag();
                tag.setLabel("raced");
                return tags.create(tag);
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
