package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QBook.BOOK;

import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Authors;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A theme, tested on every database with the rows of {@link LibraryRows}. After each test every connection is back. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
abstract class LibraryTest {
    final Library library;
    final QueryRecorder recorder = new QueryRecorder();
    final Database database;
    final Books books;
    final Authors authors;

    LibraryTest(Engine engine) {
        library = Library.shared(engine);
        database = library.database().withListener(recorder);
        books = database.querySet(Books.class);
        authors = database.querySet(Authors.class);
    }

    @AfterEach
    final void everyConnectionIsBack() {
        assertThat(library.pool().lent()).as("connections that are out").isZero();
    }

    /** {@return the keys of the books of a query, in its order} */
    static List<Long> ids(QuerySet<Book, ?> query) {
        return query.values(BOOK.id).list();
    }

    /** {@return the keys of the books of a query in ascending order} */
    static List<Long> sorted(QuerySet<Book, ?> query) {
        return ids(query.orderBy(BOOK.id));
    }
}
