package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QTag.TAG;

import org.fetchwise.blackbox.library.Book;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** The order of rows, and what is cut out of it. */
class OrderingTest extends LibraryTest {
    OrderingTest(Engine engine) {
        super(engine);
    }

    @Test
    void rowsStandInTheOrderAskedFor() {
        assertThat(ids(books.orderBy(BOOK.pages))).containsExactly(5L, 1L, 2L, 3L, 4L);
        assertThat(ids(books.orderBy(BOOK.pages.desc()))).containsExactly(4L, 3L, 2L, 1L, 5L);
        assertThat(ids(books.orderBy(BOOK.format, BOOK.price.desc()))).containsExactly(3L, 5L, 1L, 4L, 2L);
        assertThat(ids(books.orderBy(BOOK.author().name.desc(), BOOK.id))).containsExactly(5L, 3L, 4L, 1L, 2L);
        assertThat(ids(books.orderBy(BOOK.title))).containsExactly(1L, 5L, 2L, 4L, 3L);
        assertThat(ids(books.orderBy(BOOK.title.length(), BOOK.id.desc()))).containsExactly(2L, 3L, 1L, 5L, 4L);
    }

    @Test
    void aLaterOrder_replacesTheFormer() {
        assertThat(ids(books.orderBy(BOOK.title).orderBy(BOOK.id.desc()))).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void nullsStandWhereTheyAreAskedFor() {
        assertThat(ids(books.orderBy(BOOK.rating.asc().nullsFirst(), BOOK.id))).containsExactly(2L, 5L, 3L, 1L, 4L);
        assertThat(ids(books.orderBy(BOOK.rating.asc().nullsLast(), BOOK.id))).containsExactly(3L, 1L, 4L, 2L, 5L);
        assertThat(ids(books.orderBy(BOOK.rating.desc().nullsFirst(), BOOK.id))).containsExactly(2L, 5L, 4L, 1L, 3L);
        assertThat(ids(books.orderBy(BOOK.rating.desc().nullsLast(), BOOK.id))).containsExactly(4L, 1L, 3L, 2L, 5L);
    }

    @Test
    void nullsOfAMissingRelation_standWhereTheyAreAskedFor() {
        assertThat(ids(books.orderBy(BOOK.publisher().city.desc().nullsLast(), BOOK.id)))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(ids(books.orderBy(BOOK.publisher().name.asc().nullsFirst(), BOOK.id)))
                .containsExactly(4L, 1L, 2L, 3L, 5L);
    }

    @Test
    void reverse_turnsEveryTermAndItsNulls() {
        assertThat(ids(books.orderBy(BOOK.rating.asc().nullsFirst(), BOOK.id).reverse()))
                .containsExactly(4L, 1L, 3L, 5L, 2L);
        assertThat(ids(books.orderBy(BOOK.pages).reverse().reverse())).containsExactly(5L, 1L, 2L, 3L, 4L);
    }

    @Test
    void theEntitysOwnOrder_holdsUntilAnotherIsGiven() {
        assertThat(database.objects(TAG).values(TAG.label).list()).containsExactly("classic", "new", "unused");
        assertThat(database.objects(TAG).reverse().values(TAG.id).list()).containsExactly(3, 1, 2);
        assertThat(database.objects(TAG).orderBy(TAG.id).values(TAG.id).list()).containsExactly(1, 2, 3);
    }

    @Test
    void slices_cutRows() {
        assertThat(ids(books.orderBy(BOOK.id).limit(2))).containsExactly(1L, 2L);
        assertThat(ids(books.orderBy(BOOK.id).offset(3))).containsExactly(4L, 5L);
        assertThat(ids(books.orderBy(BOOK.id).slice(1, 3))).containsExactly(2L, 3L);
        assertThat(ids(books.orderBy(BOOK.id).slice(1, 4).slice(1, 9))).containsExactly(3L, 4L);
        assertThat(ids(books.orderBy(BOOK.id).offset(1).limit(2).offset(1))).containsExactly(3L);
        assertThat(ids(books.orderBy(BOOK.id).limit(0))).isEmpty();
        assertThat(ids(books.orderBy(BOOK.id).slice(7, 9))).isEmpty();
        assertThat(ids(books.orderBy(BOOK.id).limit(2_000))).hasSize(5);
    }

    @Test
    void whatFollowsASlice_worksOnItsRows() {
        assertThat(sorted(books.orderBy(BOOK.pages).limit(3).filter(BOOK.published)))
                .containsExactly(1L, 2L);
        assertThat(ids(books.orderBy(BOOK.pages).limit(3).orderBy(BOOK.title.desc())))
                .containsExactly(2L, 5L, 1L);
        assertThat(books.orderBy(BOOK.pages).limit(3).exclude(BOOK.published).count())
                .isEqualTo(1);
        assertThat(books.orderBy(BOOK.id).slice(3, 9).count()).isEqualTo(2);
        assertThat(books.orderBy(BOOK.id).slice(9, 10).exists()).isFalse();
        assertThat(books.orderBy(BOOK.pages.desc())
                        .limit(2)
                        .filter(BOOK.author().name.eq("Bert"))
                        .list())
                .hasSize(2);
    }

    @Test
    void aSliceInASubquery_isTakenBeforeTheComparison() {
        assertThat(sorted(books.filter(
                        BOOK.author().isIn(authors.orderBy(AUTHOR.name).limit(1)))))
                .containsExactly(1L, 2L);
        assertThat(sorted(books.filter(
                        BOOK.id.isIn(books.orderBy(BOOK.pages).limit(2).values(BOOK.id)))))
                .containsExactly(1L, 5L);
    }

    @Test
    void distinct_dropsEqualRows() {
        assertThat(books.values(BOOK.format).distinct().list()).hasSize(3);
        assertThat(books.values(BOOK.author().id)
                        .distinct()
                        .orderBy(BOOK.author().id)
                        .list())
                .containsExactly(1L, 2L, 3L);
        assertThat(books.filter(BOOK.reviews().stars.gt(0)).count()).isEqualTo(6);
        assertThat(books.filter(BOOK.reviews().stars.gt(0)).distinct().count()).isEqualTo(4);
        assertThat(books.filter(BOOK.reviews().stars.gt(0)).distinct().list()).hasSize(4);
    }

    @Test
    void differentRows_areOrderedByACalculation() {
        assertThat(books.filter(BOOK.tags().label.isNotNull())
                        .distinct()
                        .orderBy(BOOK.pages.times(-1).plus(7))
                        .limit(2)
                        .list())
                .extracting(Book::getId)
                .containsExactly(4L, 2L);
        assertThat(books.distinct()
                        .orderBy(BOOK.reviews().count().desc(), BOOK.id.desc())
                        .values(BOOK.id)
                        .list())
                .containsExactly(1L, 5L, 3L, 2L, 4L);
    }
}
