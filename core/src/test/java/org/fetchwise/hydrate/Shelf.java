package org.fetchwise.hydrate;

import static org.fetchwise.hydrate.shelf.QAuthor.AUTHOR;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;
import static org.fetchwise.hydrate.shelf.QChapter.CHAPTER;
import static org.fetchwise.hydrate.shelf.QPortrait.PORTRAIT;
import static org.fetchwise.hydrate.shelf.QPublisher.PUBLISHER;
import static org.fetchwise.hydrate.shelf.QTag.TAG;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fetchwise.Database;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.Dialects;
import org.fetchwise.jdbc.ConnectionSources;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.Listeners;
import org.fetchwise.jdbc.ThreadTransactions;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database of books in memory, and the statements that were sent to it. Book n, counted from 1 to 6, is called "Book n"; it has
 * n chapters and the author 1 + n % 3; odd books come from the publisher "oup", the others from none; book n continues book n - 1
 * where n is even; tags 1 to 3 are on the books whose number they divide. Author 1 has no portrait.
 */
final class Shelf implements QueryListener, AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcDataSource source = new JdbcDataSource();
    private final Connection kept;
    private final List<QueryStart> statements = Collections.synchronizedList(new ArrayList<>());
    private final boolean observesReads;
    private final Database database;

    Shelf() {
        this(false);
    }

    Shelf(boolean observesReads) {
        this.observesReads = observesReads;
        source.setURL("jdbc:h2:mem:shelf" + NUMBER.incrementAndGet() + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        try {
            kept = source.getConnection();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        Database plain = Database.of(source);
        plain.schema(AUTHOR, BOOK, CHAPTER, PORTRAIT, PUBLISHER, TAG).create();
        database = plain.withListener(this);
        fill();
    }

    Database database() {
        return database;
    }

    /** {@return a runner over the same database} */
    QueryRunner runner() {
        Dialect dialect = Dialects.of(source.getURL());
        Listeners listeners = new Listeners();
        listeners.add(this);
        JdbcExecutor executor =
                new JdbcExecutor(dialect, ConnectionSources.of(source), new ThreadTransactions(), listeners);
        QueryCompiler compiler = new QueryCompiler(dialect, Instant::now);
        return new QueryRunner(compiler::bind, executor, ReadSettings.DEFAULT);
    }

    /** Runs a statement behind the library's back. */
    void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** {@return the number of open connections} */
    int sessions() {
        try (Statement statement = kept.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from information_schema.sessions")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** {@return the statements since the last call} */
    List<QueryStart> statements() {
        List<QueryStart> sent = List.copyOf(statements);
        statements.clear();
        return sent;
    }

    /** {@return the number of statements since the last call} */
    int sent() {
        return statements().size();
    }

    @Override
    public void started(QueryStart start) {
        statements.add(start);
    }

    @Override
    public void finished(QueryEnd end) {}

    @Override
    public boolean observesReads() {
        return observesReads;
    }

    @Override
    public void close() {
        database.close();
        try {
            kept.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void fill() {
        execute("insert into publisher(code, city) values ('oup', 'Oxford')");
        for (int author = 1; author <= 3; author++) {
            execute("insert into author(name, email) values ('Author %d', 'a%d@example.org')"
                    .formatted(author, author));
        }
        execute("insert into portrait(painter, author_id) values ('Painter 2', 2), ('Painter 3', 3)");
        execute("insert into tag(name) values ('one'), ('two'), ('three')");
        for (int book = 1; book <= 6; book++) {
            execute("insert into book(title, summary, pages, author_id, publisher_code, sequel_of_id) values "
                    + "('Book %d', 'Summary %d', %d, %d, %s, %s)"
                            .formatted(
                                    book,
                                    book,
                                    book * 100,
                                    1 + book % 3,
                                    book % 2 == 1 ? "'oup'" : "null",
                                    book % 2 == 0 ? String.valueOf(book - 1) : "null"));
            for (int chapter = book; chapter >= 1; chapter--) {
                execute("insert into chapter(number, heading, book_id, editor_id) values (%d, 'Chapter %d.%d', %d, %s)"
                        .formatted(
                                chapter, book, chapter, book, chapter == 1 ? "null" : String.valueOf(1 + chapter % 3)));
            }
            for (int tag = 1; tag <= 3; tag++) {
                if (book % tag == 0) {
                    execute("insert into book_tag(book_id, tag_id) values (%d, %d)".formatted(book, tag));
                }
            }
        }
    }
}
