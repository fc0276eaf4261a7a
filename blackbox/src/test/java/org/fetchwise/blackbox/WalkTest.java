package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.expr.Functions.not;
import static org.fetchwise.expr.Functions.walk;

import java.util.List;
import java.util.Objects;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.Walk;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Rows that a relation leads to, step by step. */
class WalkTest extends LibraryTest {
    private final Walk<Author> aboveDan = walk(AUTHOR.mentor(), authors.filter(AUTHOR.name.eq("Dan")));

    WalkTest(Engine engine) {
        super(engine);
    }

    private List<String> names(Walk<Author> walk) {
        return authors.filter(AUTHOR.isIn(walk))
                .orderBy(AUTHOR.name)
                .values(AUTHOR.name)
                .list();
    }

    @Test
    void aWalk_reachesWhereItBegins_andWhatIsAbove() {
        assertThat(names(aboveDan)).containsExactly("Ada", "Bert", "Dan");
        assertThat(names(aboveDan.upTo(1))).containsExactly("Bert", "Dan");
        assertThat(names(walk(AUTHOR.mentor(), authors.none()))).isEmpty();
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void aWalk_reachesWhatIsBelow() {
        Walk<Book> series = walk(BOOK.prequel(), books.filter(BOOK.title.eq("Alphabet")));
        assertThat(sorted(books.filter(BOOK.isIn(series)))).containsExactly(1L, 2L, 5L);
        assertThat(sorted(books.filter(not(BOOK.isIn(series))))).containsExactly(3L, 4L);
        assertThat(sorted(books.filter(BOOK.prequel().isIn(series)))).containsExactly(2L, 5L);
        assertThat(books.filter(BOOK.isIn(series)).count()).isEqualTo(3);
    }

    @Test
    void aWalk_mayHaveStepsOfSeveralRelations_andEndsInACircle() {
        Walk<Author> readers = walk(AUTHOR.books().reviews().reviewer(), authors.filter(AUTHOR.name.eq("Cleo")));
        assertThat(names(readers)).containsExactly("Ada", "Bert", "Cleo");
        assertThat(names(readers.upTo(1))).containsExactly("Ada", "Cleo");
        Walk<Book> beside = walk(BOOK.tags().books(), books.filter(BOOK.id.eq(5)));
        assertThat(sorted(books.filter(BOOK.isIn(beside)))).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void aWalk_mayBeginWithASlice() {
        Walk<Author> walk =
                walk(AUTHOR.mentor(), authors.orderBy(AUTHOR.name.desc()).limit(2));
        assertThat(names(walk)).containsExactly("Ada", "Bert", "Cleo", "Dan");
    }

    @Test
    void steps_areCountedByTheShortestWay() {
        Walk<Author> above =
                walk(AUTHOR.mentor(), authors.filter(AUTHOR.name.eq("Dan"))).upTo(10);
        LongExpr<Author> steps = above.distance().named("steps");
        List<Author> nearestFirst =
                authors.annotate(steps).filter(steps.isNotNull()).orderBy(steps).list();
        assertThat(nearestFirst)
                .extracting(author -> author.getName() + " " + Objects.requireNonNull(steps.of(author)))
                .containsExactly("Dan 0", "Bert 1", "Ada 2");
    }

    @Test
    void rowsOfAWalk_areChangedLikeOthers() {
        long[] changed = new long[1];
        database.atomic(() -> {
            changed[0] = books.filter(BOOK.isIn(walk(BOOK.prequel(), books.filter(BOOK.id.eq(2)))))
                    .update(BOOK.pages.to(BOOK.pages.plus(0)));
        });
        assertThat(changed[0]).isEqualTo(2);
    }

    @Test
    void stepsThatNeverEnd_areNotCounted() {
        assertThatThrownBy(aboveDan::distance)
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("write upTo(...) before distance()")
                .hasMessageContaining("in query: Author.objects.filter(name = ?)");
    }
}
