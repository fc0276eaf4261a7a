package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Tag;

/** The tables of the library behind the pool that is used in production, which makes a new connection for each that broke. */
final class PooledLibrary implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HikariDataSource pool;
    private final Database database;

    private PooledLibrary(String url, int connections, Duration wait) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        // No connection lies idle that would be found broken only later.
        config.setMinimumIdle(0);
        config.setConnectionTimeout(wait.toMillis());
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
        database = Database.of(pool);
    }

    /** {@return a pool of connections to a database that has its tables already} */
    static PooledLibrary over(String url, int connections, Duration wait) {
        return new PooledLibrary(url, connections, wait);
    }

    /** {@return a pool of connections to an empty database, which gets its tables} */
    static PooledLibrary created(String url, int connections) {
        PooledLibrary library = over(url, connections, PATIENCE);
        Library.schema(library.database, url).create();
        return library;
    }

    Database database() {
        return database;
    }

    /** Asserts that every connection is back, which a broken one is a moment after its failure was told. */
    void assertWhole() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (lent() > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        assertThat(lent()).as("connections that are out").isZero();
    }

    private int lent() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** {@return new tags, whose labels are numbered} */
    static List<Tag> tags(String label, int count) {
        List<Tag> tags = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            Tag tag = new Tag();
            tag.setLabel(label + at);
            tags.add(tag);
        }
        return tags;
    }

    /** {@return a new book} */
    static Book book(String isbn, Author author) {
        Book book = new Book();
        book.setTitle("New");
        book.setIsbn(isbn);
        book.setPrice(new BigDecimal("3.50"));
        book.setFormat(Format.EBOOK);
        book.setAuthor(author);
        return book;
    }

    @Override
    public void close() {
        pool.close();
    }
}
