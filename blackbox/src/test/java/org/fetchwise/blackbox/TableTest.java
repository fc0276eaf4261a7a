package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.expr.Functions.outer;
import static org.fetchwise.expr.Functions.prefetch;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.window;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Authors;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.expr.ValueExpr;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Querysets that are read like tables. */
class TableTest extends LibraryTest {
    private static final LongExpr<Book> PLACE = rank().over(
                    window().partitionBy(BOOK.author()).orderBy(BOOK.pages.desc()))
            .named("place");

    private final Books longest = books.orderBy(BOOK.pages.desc()).limit(3).asTable("longest");

    TableTest(Engine engine) {
        super(engine);
    }

    @Test
    void aTable_isReadSeveralTimes_inOneStatement() {
        Books longest = books.orderBy(BOOK.pages.desc()).limit(3).asTable("longest");
        ValueExpr<Object, Integer> most = longest.filter(BOOK.author().eq(outer(AUTHOR)))
                .values(BOOK.pages)
                .limit(1)
                .asSubquery()
                .named("most");
        Authors busy = authors.filter(AUTHOR.id.isIn(longest.values(BOOK.author().id)));
        assertThat(busy.annotate(most).orderBy(AUTHOR.name).list())
                .extracting(author -> author.getName() + " " + most.of(author))
                .containsExactly("Ada 200", "Bert 400");
        assertThat(recorder.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.split("LIMIT 3", -1)).hasSize(2));
    }

    @Test
    void objectsOfATable_keepTheirOrder_andLoadLikeOthers() {
        List<Book> read = longest.filter(BOOK.publisher().isNotNull()).list();
        assertThat(read).extracting(Book::getTitle).containsExactly("gamma", "Beta");
        assertThat(read).extracting(book -> book.getAuthor().getName()).containsExactly("Bert", "Ada");
        assertThat(recorder.texts()).hasSize(2);
        assertThat(longest.selectRelated(BOOK.author())
                        .prefetchRelated(BOOK.tags())
                        .list())
                .extracting(book -> book.getAuthor().getName() + book.getTags().size())
                .containsExactly("Bert1", "Bert0", "Ada1");
    }

    @Test
    void aTable_isCountedAggregatedAndPaged() {
        assertThat(longest.count()).isEqualTo(3);
        assertThat(longest.filter(BOOK.pages.lt(400)).count()).isEqualTo(2);
        assertThat(longest.aggregate(BOOK.pages.sum())).isEqualTo(900);
        assertThat(longest.limit(1).filter(BOOK.pages.gt(0)).exists()).isTrue();
        assertThat(ids(longest.orderBy(BOOK.id).limit(2))).containsExactly(2L, 3L);
        assertThat(authors.filter(AUTHOR.books().count().gt(1))
                        .asTable("busy")
                        .filter(AUTHOR.books().any(BOOK.pages.gt(300)))
                        .values(AUTHOR.name)
                        .list())
                .containsExactly("Bert");
    }

    @Test
    void annotationsOfATable_areItsColumns() {
        Books first = books.annotate(PLACE).filter(PLACE.le(1)).asTable("first_books");
        List<Book> read = first.filter(PLACE.eq(1)).orderBy(BOOK.id).list();
        assertThat(read).extracting(book -> book.getId() + " " + PLACE.of(book)).containsExactly("2 1", "4 1", "5 1");
        assertThat(first.filter(BOOK.pages.lt(400))
                        .orderBy(PLACE.desc(), BOOK.id.asc())
                        .values(PLACE, BOOK.id)
                        .list())
                .extracting(row -> row.get(PLACE) + " " + row.get(BOOK.id))
                .containsExactly("1 2", "1 5");
    }

    @Test
    void combinedQuerysets_areFilteredAsATable() {
        Books both = books.filter(BOOK.id.le(2)).union(books.filter(BOOK.pages.ge(300)));
        assertThat(sorted(both.asTable("both_kinds").filter(BOOK.author().name.eq("Bert"))))
                .containsExactly(3L, 4L);
    }

    @Test
    void aTable_mayReadAnother() {
        Books middle = longest.filter(BOOK.pages.lt(400)).asTable("middle");
        assertThat(sorted(middle.filter(BOOK.id.isIn(longest.values(BOOK.id))))).containsExactly(2L, 3L);
        assertThat(recorder.texts())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("middle", "longest"));
    }

    @Test
    void relatedRows_areReadFromATable() {
        Prefetch<Author, List<Book>> theirs = prefetch(AUTHOR.books(), longest).named("longest");
        assertThat(authors.prefetchRelated(theirs).orderBy(AUTHOR.id).list())
                .extracting(author -> theirs.of(author).size())
                .containsExactly(1, 2, 0, 0);
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void rowsOfATable_areChangedLikeOthers() {
        AtomicLong changed = new AtomicLong();
        database.atomic(() -> changed.set(longest.update(BOOK.pages.to(BOOK.pages.plus(0)))));
        assertThat(changed).hasValue(3);
    }

    @Test
    void aTableOfNoRows_isNotAsked() {
        assertThat(books.none().asTable("nothing").filter(BOOK.pages.gt(1)).list())
                .isEmpty();
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void namesThatMeanSomethingElse_areRefused() {
        assertThatThrownBy(() -> books.asTable("a b"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("letters, digits and underscores");
        assertThatThrownBy(() -> books.asTable("book").filter(BOOK.pages.gt(1)).list())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("would hide the table of that name");
        assertThatThrownBy(() -> longest.filter(
                                BOOK.id.isIn(books.limit(1).asTable("longest").values(BOOK.id)))
                        .list())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Two different querysets are read as tables called 'longest'");
        assertThatThrownBy(() -> books.only(BOOK.id)
                        .asTable("keys")
                        .filter(BOOK.pages.gt(1))
                        .list())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("are without 'pages' of Book");
        assertThatThrownBy(() -> longest.selectForUpdate())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("read like a table cannot be locked");
    }
}
