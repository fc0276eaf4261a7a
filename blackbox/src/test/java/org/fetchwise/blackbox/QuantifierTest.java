package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.expr.Functions.not;
import static org.fetchwise.expr.Functions.pair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.expr.Condition;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Some, none and all of the rows of a relation, and columns side by side. */
class QuantifierTest extends LibraryTest {
    private static final List<Condition<Review>> CONDITIONS = List.of(
            REVIEW.stars.ge(3),
            REVIEW.comment.eq("great"),
            REVIEW.comment.isNull(),
            REVIEW.comment.ne("great"),
            REVIEW.reviewer().name.eq("Bert"),
            REVIEW.reviewer().isNull(),
            REVIEW.stars.gt(2).and(REVIEW.comment.isNotNull()),
            not(REVIEW.comment.eq("great").or(REVIEW.stars.eq(1))));

    QuantifierTest(Engine engine) {
        super(engine);
    }

    @Test
    void any_none_andAll_divideTheRows() {
        assertThat(CONDITIONS).allSatisfy(condition -> {
            List<Long> any = sorted(books.filter(BOOK.reviews().any(condition)));
            List<Long> all = sorted(books.filter(BOOK.reviews().all(condition)));
            assertThat(sorted(books.filter(BOOK.reviews().none(condition)))).isEqualTo(without(any));
            assertThat(sorted(books.exclude(BOOK.reviews().any(condition)))).isEqualTo(without(any));
            assertThat(sorted(books.filter(not(BOOK.reviews().none(condition)))))
                    .isEqualTo(any);
            assertThat(sorted(books.filter(BOOK.reviews().any(not(condition))))).isEqualTo(without(all));
            assertThat(sorted(books.exclude(BOOK.reviews().all(condition)))).isEqualTo(without(all));
            assertThat(sorted(books.filter(BOOK.reviews().none(not(condition)))))
                    .isEqualTo(all);
        });
    }

    private static List<Long> without(List<Long> some) {
        List<Long> others = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L));
        others.removeAll(some);
        return others;
    }

    @Test
    void pairs_areComparedAsOneValue() {
        assertThat(sorted(books.filter(pair(BOOK.author().id, BOOK.pages).gt(1L, 150))))
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(sorted(books.filter(pair(BOOK.author().id, BOOK.pages).le(2L, 300))))
                .containsExactly(1L, 2L, 3L);
        assertThat(sorted(books.filter(pair(BOOK.title, BOOK.published).eq("Beta", true))))
                .containsExactly(2L);
        assertThat(sorted(books.filter(pair(BOOK.publisher().id, BOOK.title)
                        .isIn(List.of(
                                Map.entry(UUID.fromString(LibraryRows.NORTH), "Alpha"),
                                Map.entry(UUID.fromString(LibraryRows.SOUTH), "Alpha"),
                                Map.entry(UUID.fromString(LibraryRows.SOUTH), "gamma"))))))
                .containsExactly(1L, 3L);
        assertThat(sorted(books.exclude(
                        pair(BOOK.publisher().id, BOOK.pages).eq(UUID.fromString(LibraryRows.NORTH), 100))))
                .containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void theFirstOfSeveralDates_thatIsNotNull() {
        LocalDate none = LocalDate.of(1900, 1, 1);
        assertThat(books.orderBy(BOOK.id)
                        .values(BOOK.publishedOn.orElse(BOOK.author().bornOn).orElse(none))
                        .list())
                .containsExactly(
                        LocalDate.of(2001, 1, 1),
                        LocalDate.of(2002, 2, 2),
                        LocalDate.of(1960, 5, 5),
                        LocalDate.of(2004, 4, 4),
                        none);
        assertThat(authors.filter(AUTHOR.bornOn.orElse(none).eq(none))
                        .values(AUTHOR.name)
                        .list())
                .containsExactly("Cleo");
    }
}
