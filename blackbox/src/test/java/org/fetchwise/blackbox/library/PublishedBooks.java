package org.fetchwise.blackbox.library;

import static org.fetchwise.blackbox.library.QBook.BOOK;

import org.fetchwise.QuerySet;
import org.fetchwise.annotation.DefaultScope;

/** The books that are out, unless somebody asks for the others, too. */
public interface PublishedBooks extends QuerySet<Book, PublishedBooks> {
    /** {@return the books that are out} */
    @DefaultScope
    default PublishedBooks published() {
        return filter(BOOK.published);
    }

    /** {@return the books of at least so many pages} */
    default PublishedBooks longerThan(int pages) {
        return filter(BOOK.pages.gt(pages));
    }
}
