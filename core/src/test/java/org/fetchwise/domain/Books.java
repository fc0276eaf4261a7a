package org.fetchwise.domain;

import static org.fetchwise.domain.QBook.BOOK;

import org.fetchwise.QuerySet;

/** Books, with what is often asked of them. */
public interface Books extends QuerySet<Book, Books> {
    /** {@return the books that are out} */
    default Books published() {
        return filter(BOOK.published);
    }

    /**
     * {@return the books with at least so many reviews}
     *
     * @param reviews how many
     */
    default Books reviewed(int reviews) {
        return filter(BOOK.reviews().count().ge(reviews));
    }
}
