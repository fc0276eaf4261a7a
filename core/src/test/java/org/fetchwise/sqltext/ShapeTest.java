package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.now;
import static org.fetchwise.expr.Functions.prefetch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.domain.Books;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shape is compiled once: what changes the text is part of it, values are not. */
class ShapeTest {
    static List<Dialect> dialects() {
        return ExpectedSql.DIALECTS;
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void values_areNotPartOfTheShape(Dialect dialect) {
        assertOneShape(dialect, SqlTest.BOOKS.filter(BOOK.pages.gt(1)), SqlTest.BOOKS.filter(BOOK.pages.gt(2)));
        assertOneShape(
                dialect,
                SqlTest.BOOKS.filter(BOOK.title.contains("a"), BOOK.published.eq(true)),
                SqlTest.BOOKS.filter(BOOK.title.contains("%"), BOOK.published.eq(false)));
        assertOneShape(
                dialect,
                SqlTest.BOOKS.values(caseWhen(BOOK.pages.gt(1)).then(1).otherwise(2)),
                SqlTest.BOOKS.values(caseWhen(BOOK.pages.gt(7)).then(8).otherwise(9)));
        assertOneShape(
                dialect,
                SqlTest.BOOKS.filter(BOOK.tags().any(TAG.name.eq("a"))),
                SqlTest.BOOKS.filter(BOOK.tags().any(TAG.name.eq("b"))));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void explain_saysWhatIsBound_andNoValues(Dialect dialect) {
        Books some = SqlTest.BOOKS.filter(BOOK.pages.gt(12345), BOOK.title.contains("secret"));
        QueryCompiler compiler = new QueryCompiler(dialect, () -> ExpectedSql.NOW);
        assertThat(compiler.explain(queryOf(some)).split("\nparameters\n", 2)[1])
                .startsWith("    [?0 BIGINT, ?1 VARCHAR")
                .doesNotContain("12345", "secret");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void rowsReadLikeTables_andRelationsWithConditions_areOneShapeWhateverTheirValues(Dialect dialect) {
        assertOneShape(dialect, twiceRead(1), twiceRead(2));
        assertShapes(
                dialect,
                2,
                SqlTest.BOOKS.filter(BOOK.pages.gt(1)).asTable("one"),
                SqlTest.BOOKS.filter(BOOK.pages.gt(1)).asTable("other"));
        assertOneShape(dialect, wellReviewed(1), wellReviewed(5));
        assertThat(queryOf(twiceRead(1))).isEqualTo(queryOf(twiceRead(1))).isNotEqualTo(queryOf(twiceRead(2)));
        assertThat(queryOf(wellReviewed(1))).isEqualTo(queryOf(wellReviewed(1))).isNotEqualTo(queryOf(wellReviewed(2)));
    }

    private static Books twiceRead(int pages) {
        Books rows = SqlTest.BOOKS.filter(BOOK.pages.gt(pages)).asTable("long_books");
        return rows.filter(BOOK.author().id.isIn(rows.values(BOOK.editor().id)));
    }

    private static Books wellReviewed(int stars) {
        var good = BOOK.reviews().filtered(REVIEW.stars.ge(stars));
        return SqlTest.BOOKS.filter(good.approved.eq(true), good.count().lt(9)).orderBy(good.stars.max());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void lengthOfAList_isNotPartOfTheShape(Dialect dialect) {
        assertOneShape(
                dialect,
                SqlTest.BOOKS.filter(BOOK.id.isIn(1)),
                SqlTest.BOOKS.filter(BOOK.id.isIn(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9))));
        assertOneShape(
                dialect,
                SqlTest.BOOKS.exclude(BOOK.title.isIn("a")),
                SqlTest.BOOKS.exclude(BOOK.title.isIn("a", "b", "c")));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void offset_andLargeLimit_areNotPartOfTheShape(Dialect dialect) {
        var ordered = SqlTest.BOOKS.orderBy(BOOK.id);
        assertOneShape(dialect, ordered.slice(10, 20), ordered.slice(1_000_000, 1_000_010));
        assertOneShape(dialect, ordered.limit(1_001), ordered.limit(50_000));
        assertOneShape(
                dialect,
                SqlTest.BOOKS.filter(BOOK.author()
                        .isIn(SqlTest.DB
                                .objects(AUTHOR)
                                .filter(AUTHOR.name.eq("a"))
                                .orderBy(AUTHOR.id)
                                .slice(1, 3))),
                SqlTest.BOOKS.filter(BOOK.author()
                        .isIn(SqlTest.DB
                                .objects(AUTHOR)
                                .filter(AUTHOR.name.eq("b"))
                                .orderBy(AUTHOR.id)
                                .slice(5, 7))));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void whatIsDoneWithTheRows_isNotPartOfTheShape(Dialect dialect) {
        assertOneShape(
                dialect,
                SqlTest.BOOKS,
                SqlTest.BOOKS.prefetchRelated(BOOK.reviews()),
                SqlTest.BOOKS.prefetchRelated(
                        prefetch(BOOK.reviews(), SqlTest.DB.objects(REVIEW).filter(REVIEW.approved))),
                SqlTest.BOOKS.fetchMode(FetchMode.RAISE));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void emptinessAndNull_arePartOfTheShape(Dialect dialect) {
        assertShapes(
                dialect,
                3,
                SqlTest.BOOKS.filter(lookup("publisher", 1L)),
                SqlTest.BOOKS.filter(lookup("publisher", null)),
                SqlTest.BOOKS.filter(BOOK.id.isIn(List.<Long>of())));
        assertShapes(
                dialect,
                2,
                SqlTest.BOOKS.exclude(BOOK.id.isIn(List.<Long>of())),
                SqlTest.BOOKS.exclude(BOOK.id.isIn(List.of(1L))));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void smallLimit_andWhetherThereIsAnOffset_arePartOfTheShape(Dialect dialect) {
        var ordered = SqlTest.BOOKS.orderBy(BOOK.id);
        assertShapes(dialect, 3, ordered.limit(1), ordered.limit(2), ordered.slice(1, 3));
    }

    @Test
    void now_isReadForEachQuery() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.EPOCH);
        QueryCompiler compiler = new QueryCompiler(ExpectedSql.DIALECTS.getFirst(), clock::get);
        Query query = queryOf(SqlTest.BOOKS.filter(BOOK.publishedAt.lt(now()), BOOK.publishedAt.ne(now())));
        assertThat(compiler.bind(query).values()).containsExactly(Instant.EPOCH);
        clock.set(ExpectedSql.NOW);
        assertThat(compiler.bind(query).values()).containsExactly(ExpectedSql.NOW);
        assertThat(compiler.compilations()).isEqualTo(1);
    }

    private static void assertOneShape(Dialect dialect, Object... querySets) {
        assertShapes(dialect, 1, querySets);
    }

    private static void assertShapes(Dialect dialect, int shapes, Object... querySets) {
        QueryCompiler compiler = new QueryCompiler(dialect, () -> ExpectedSql.NOW);
        List<String> texts = List.of(querySets).stream()
                .map(querySet ->
                        compiler.bind(queryOf(querySet)).compiled().statement().text())
                .toList();
        assertThat(compiler.compilations()).isEqualTo(shapes);
        if (shapes == 1) {
            assertThat(texts).containsOnly(texts.getFirst());
        }
    }

    private static Query queryOf(Object querySet) {
        return ((QuerySource) querySet).asQuery();
    }
}
