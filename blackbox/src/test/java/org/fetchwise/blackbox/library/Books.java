package org.fetchwise.blackbox.library;

import static org.fetchwise.blackbox.library.QBook.BOOK;

import org.fetchwise.QuerySet;
import org.fetchwise.expr.LongExpr;

/** The books, with query methods of their own. */
public interface Books extends QuerySet<Book, Books> {
    /** How many reviews a book has. */
    LongExpr<Book> REVIEW_COUNT = BOOK.reviews().count().named("review_count");

    /** {@return the books that are out} */
    default Books published() {
        return filter(BOOK.published);
    }

    /** {@return the books of at least so many pages} */
    default Books longerThan(int pages) {
        return filter(BOOK.pages.gt(pages));
    }

    /** {@return the books with the number of their reviews} */
    default Books withReviewCount() {
        return annotate(REVIEW_COUNT);
    }
}
