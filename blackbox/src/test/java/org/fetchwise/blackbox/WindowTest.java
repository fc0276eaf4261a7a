package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.expr.Functions.cumeDist;
import static org.fetchwise.expr.Functions.denseRank;
import static org.fetchwise.expr.Functions.firstValue;
import static org.fetchwise.expr.Functions.lag;
import static org.fetchwise.expr.Functions.lastValue;
import static org.fetchwise.expr.Functions.lead;
import static org.fetchwise.expr.Functions.nthValue;
import static org.fetchwise.expr.Functions.ntile;
import static org.fetchwise.expr.Functions.outer;
import static org.fetchwise.expr.Functions.percentRank;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import java.util.List;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.Bound;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.Window;
import org.fetchwise.servers.Engine;
import org.fetchwise.sql.SqlExpr.FrameExclusion;
import org.junit.jupiter.api.Test;

/** Functions over windows. The pages of the five books are 100, 200, 300, 400 and 50; their authors 1, 1, 2, 2 and 3. */
class WindowTest extends LibraryTest {
    private static final Window<Book> BY_AUTHOR =
            window().partitionBy(BOOK.author()).orderBy(BOOK.pages);
    private static final Window<Book> BY_PAGES = window().orderBy(BOOK.pages);

    private final Engine engine;

    WindowTest(Engine engine) {
        super(engine);
        this.engine = engine;
    }

    /** A value of each book, in the order of their keys. */
    private <V> List<V> each(Expr<? super Book, V> value) {
        return books.orderBy(BOOK.id).values(value.named("value")).list();
    }

    @Test
    void ranks_areOfThePartition() {
        assertThat(each(rank().over(BY_AUTHOR))).containsExactly(1L, 2L, 1L, 2L, 1L);
        assertThat(each(rowNumber().over(BY_PAGES))).containsExactly(2L, 3L, 4L, 5L, 1L);
        assertThat(each(denseRank().over(window().orderBy(BOOK.published)))).containsExactly(2L, 2L, 1L, 2L, 1L);
        assertThat(each(ntile(2).over(BY_PAGES))).containsExactly(1L, 1L, 2L, 2L, 1L);
        assertThat(each(percentRank().over(BY_PAGES))).containsExactly(0.25, 0.5, 0.75, 1.0, 0.0);
        assertThat(each(cumeDist().over(BY_PAGES))).containsExactly(0.4, 0.6, 0.8, 1.0, 0.2);
    }

    @Test
    void windowsOfASubquery_lookAtTheRowAround_orAreRefusedByName() {
        LongExpr<Book> place = rowNumber().over(BY_PAGES).named("place");
        var second = books.filter(BOOK.author().eq(outer(AUTHOR)))
                .filter(place.eq(2L))
                .asExists();
        switch (engine) {
            case POSTGRESQL, SQLITE ->
                assertThat(authors.filter(second)
                                .orderBy(AUTHOR.id)
                                .values(AUTHOR.name)
                                .list())
                        .containsExactly("Ada", "Bert");
            case H2, MARIADB ->
                assertThatThrownBy(() -> authors.filter(second).list())
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("author.id")
                        .hasMessageContaining("asTable(...)");
        }
    }

    @Test
    void values_areOfOtherRows() {
        assertThat(each(lag(BOOK.pages).over(BY_PAGES))).containsExactly(50, 100, 200, 300, null);
        assertThat(each(lead(BOOK.pages).over(BY_AUTHOR))).containsExactly(200, null, 400, null, null);
        assertThat(each(firstValue(BOOK.title).over(BY_AUTHOR)))
                .containsExactly("Alpha", "Alpha", "gamma", "gamma", "Alphabet");
        Window<Book> whole = BY_AUTHOR.rows(Bound.unbounded(), Bound.unbounded());
        assertThat(each(lastValue(BOOK.pages).over(whole))).containsExactly(200, 200, 400, 400, 50);
        assertThat(each(nthValue(BOOK.pages, 2).over(whole))).containsExactly(200, 200, 400, 400, null);
    }

    @Test
    void frames_countRowsOrValues() {
        assertThat(each(BOOK.pages.sum().over(BY_PAGES.rows(Bound.preceding(1), Bound.currentRow()))))
                .containsExactly(150L, 300L, 500L, 700L, 50L);
        assertThat(each(BOOK.pages.sum().over(BY_PAGES.range(Bound.preceding(60), Bound.following(100)))))
                .containsExactly(350L, 500L, 700L, 400L, 150L);
    }

    @Test
    void frames_ofGroups_andThoseThatLeaveRowsOut_areRefusedByMariaDb() {
        Window<Book> byState = window().orderBy(BOOK.published);
        LongExpr<Book> others = BOOK.id
                .count()
                .over(byState.rows(Bound.unbounded(), Bound.unbounded()).excluding(FrameExclusion.CURRENT_ROW));
        LongExpr<Book> upToHere = BOOK.id.count().over(byState.groups(Bound.unbounded(), Bound.currentRow()));
        LongExpr<Book> different = BOOK.id
                .count()
                .over(byState.rows(Bound.unbounded(), Bound.unbounded()).excluding(FrameExclusion.GROUP));
        LongExpr<Book> once = BOOK.id
                .count()
                .over(byState.rows(Bound.unbounded(), Bound.unbounded()).excluding(FrameExclusion.TIES));
        if (library.engine() == Engine.MARIADB) {
            for (LongExpr<Book> refused : List.of(others, upToHere, different, once)) {
                assertThatThrownBy(() -> each(refused))
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("MariaDB knows no frames that count groups or leave rows out");
            }
            return;
        }
        assertThat(each(others)).containsExactly(4L, 4L, 4L, 4L, 4L);
        assertThat(each(upToHere)).containsExactly(5L, 5L, 2L, 5L, 2L);
        assertThat(each(different)).containsExactly(2L, 2L, 3L, 2L, 3L);
        assertThat(each(once)).containsExactly(3L, 3L, 4L, 3L, 4L);
    }

    @Test
    void functionsOverOneWindow_shareItsName() {
        List<String> rows = books.orderBy(BOOK.id)
                .values(
                        rank().over(BY_AUTHOR).named("place"),
                        lag(BOOK.pages).over(BY_AUTHOR).named("before"),
                        BOOK.pages.sum().over(BY_AUTHOR).named("so_far"))
                .into((place, before, soFar) -> place + " " + before + " " + soFar)
                .list();
        assertThat(rows).containsExactly("1 null 100", "2 100 300", "1 null 300", "2 300 700", "1 null 50");
        assertThat(recorder.texts())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("WINDOW").containsOnlyOnce("PARTITION BY"));
    }

    @Test
    void rowsAreChosenByThem_withPlainConditions_slicedAndCounted() {
        LongExpr<Book> place = rank().over(window().partitionBy(BOOK.author()).orderBy(BOOK.pages.desc()))
                .named("place");
        var longest = books.annotate(place).filter(place.eq(1));
        assertThat(sorted(longest)).containsExactly(2L, 4L, 5L);
        assertThat(sorted(longest.filter(BOOK.pages.lt(300)))).containsExactly(2L, 5L);
        assertThat(ids(longest.orderBy(BOOK.pages.desc()).limit(2))).containsExactly(4L, 2L);
        assertThat(longest.count()).isEqualTo(3);
        assertThat(longest.exists()).isTrue();
        assertThat(longest.aggregate(BOOK.pages.sum())).isEqualTo(650);
    }
}
