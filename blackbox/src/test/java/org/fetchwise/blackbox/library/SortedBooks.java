package org.fetchwise.blackbox.library;

import static org.fetchwise.blackbox.library.QBook.BOOK;

import org.fetchwise.QuerySet;
import org.fetchwise.annotation.DefaultScope;

/** An interface whose default scope does more than filter, which is refused. */
public interface SortedBooks extends QuerySet<Book, SortedBooks> {
    /** {@return the books by title} */
    @DefaultScope
    default SortedBooks sorted() {
        return orderBy(BOOK.title);
    }
}
