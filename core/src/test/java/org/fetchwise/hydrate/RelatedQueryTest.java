package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;
import static org.fetchwise.hydrate.shelf.QChapter.CHAPTER;

import java.util.List;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A queryset over the relation of one object. */
class RelatedQueryTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    private Book sixth(boolean prefetched) {
        var books = shelf.database().objects(BOOK).filter(BOOK.id.eq(6L));
        Book book = (prefetched ? books.prefetchRelated(BOOK.chapters()) : books)
                .list()
                .get(0);
        shelf.sent();
        return book;
    }

    @Test
    void relationNotLoaded_isQueried() {
        var chapters = shelf.database().related(sixth(false), BOOK.chapters());
        assertThat(chapters.count()).isEqualTo(6);
        assertThat(chapters.exists()).isTrue();
        assertThat(chapters.list()).extracting(Chapter::getNumber).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(chapters.filter(CHAPTER.number.gt(4)).count()).isEqualTo(2);
        assertThat(shelf.sent()).isEqualTo(4);
    }

    @Test
    void prefetchedRelation_answersWithoutAQuery() {
        Book book = sixth(true);
        var chapters = shelf.database().related(book, BOOK.chapters());
        assertThat(chapters.count()).isEqualTo(6);
        assertThat(chapters.exists()).isTrue();
        List<Chapter> all = chapters.list();
        assertThat(all).isEqualTo(book.getChapters());
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void furtherCondition_isQueried() {
        var chapters = shelf.database().related(sixth(true), BOOK.chapters());
        assertThat(chapters.filter(CHAPTER.number.gt(4)).count()).isEqualTo(2);
        assertThat(chapters.orderBy(CHAPTER.number.desc()).list().get(0).getNumber())
                .isEqualTo(6);
        assertThat(chapters.limit(1).list()).hasSize(1);
        assertThat(shelf.sent()).isEqualTo(3);
    }

    @Test
    void plainObjectWithoutAKey_isRefused() {
        assertThatThrownBy(() ->
                        shelf.database().related(new Book(), BOOK.chapters()).count())
                .hasMessageContaining("Book");
    }
}
