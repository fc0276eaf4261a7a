package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.denseRank;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import org.fetchwise.domain.Book;
import org.fetchwise.expr.Bound;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.Window;
import org.junit.jupiter.api.Test;

/** Functions over windows. */
class WindowSqlTest extends SqlTest {
    @Test
    void window_rank() {
        expectSql(BOOKS.values(
                        BOOK.title,
                        rank().over(window().partitionBy(BOOK.author()).orderBy(BOOK.pages.desc()))
                                .named("place")))
                .everywhere("""
                    SELECT "book"."title", RANK() OVER (PARTITION BY "book"."author_id"
                        ORDER BY "book"."pages" DESC) AS "place"
                    FROM "book"
                    """)
                .gives("Alpha, 2", "Beta, 1", "Gamma, 2", "100% Delta_, 1")
                .reads("book");
    }

    @Test
    void window_overToOne() {
        expectSql(BOOKS.values(
                        BOOK.title,
                        rowNumber()
                                .over(window().partitionBy(BOOK.publisher().country)
                                        .orderBy(BOOK.id))
                                .named("n")))
                .everywhere("""
                    SELECT "book"."title", ROW_NUMBER() OVER (PARTITION BY "publisher"."country"
                        ORDER BY "book"."id") AS "n"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .gives("Alpha, 1", "100% Delta_, 2", "Beta, 1", "Gamma, 2")
                .reads("book", "publisher");
    }

    @Test
    void window_runningSum() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        BOOK.pages
                                .sum()
                                .over(window().orderBy(BOOK.id).rows(Bound.unbounded(), Bound.currentRow()))
                                .named("total")))
                .everywhere("""
                    SELECT "book"."id", SUM("book"."pages") OVER (ORDER BY "book"."id" ROWS BETWEEN UNBOUNDED
                        PRECEDING AND CURRENT ROW) AS "total"
                    FROM "book"
                    """)
                .gives("1, 100", "2, 300", "3, 600", "4, 1000")
                .reads("book");
    }

    @Test
    void window_movingAverage() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        BOOK.pages
                                .avg()
                                .over(window().orderBy(BOOK.id).rows(Bound.preceding(1), Bound.following(1)))
                                .named("mean")))
                .postgresql("""
                    SELECT "book"."id", AVG("book"."pages") OVER (ORDER BY "book"."id" ROWS BETWEEN 1 PRECEDING
                        AND 1 FOLLOWING) AS "mean"
                    FROM "book"
                    """)
                .mariadb("""
                    SELECT `book`.`id`, AVG(CAST(`book`.`pages` AS DOUBLE)) OVER (ORDER BY `book`.`id` ROWS
                        BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS `mean`
                    FROM `book`
                    """)
                .sqlite("""
                    SELECT "book"."id", AVG("book"."pages") OVER (ORDER BY "book"."id" ROWS BETWEEN 1 PRECEDING
                        AND 1 FOLLOWING) AS "mean"
                    FROM "book"
                    """)
                .h2("""
                    SELECT "book"."id", AVG("book"."pages") OVER (ORDER BY "book"."id" ROWS BETWEEN 1 PRECEDING
                        AND 1 FOLLOWING) AS "mean"
                    FROM "book"
                    """)
                .gives("1, 150.0", "2, 200.0", "3, 300.0", "4, 350.0")
                .reads("book");
    }

    @Test
    void window_denseRankOverAll() {
        expectSql(BOOKS.values(
                        BOOK.id, denseRank().over(window().orderBy(BOOK.format)).named("place")))
                .everywhere("""
                    SELECT "book"."id", DENSE_RANK() OVER (ORDER BY "book"."format") AS "place" FROM "book"
                    """)
                .reads("book");
    }

    @Test
    void windows_ofSeveralFunctions_haveAName() {
        Window<Book> byAuthor = window().partitionBy(BOOK.author()).orderBy(BOOK.pages.desc());
        Window<Book> running = window().orderBy(BOOK.id).rows(Bound.unbounded(), Bound.currentRow());
        expectSql(BOOKS.values(
                        BOOK.id,
                        rank().over(byAuthor).named("place"),
                        rowNumber().over(byAuthor).named("n"),
                        BOOK.pages.sum().over(running).named("total"),
                        BOOK.pages.max().over(running).named("most"),
                        denseRank().over(window().orderBy(BOOK.pages)).named("alone")))
                .everywhere("""
                    SELECT "book"."id", RANK() OVER "w" AS "place", ROW_NUMBER() OVER "w" AS "n", SUM("book"."pages")
                    OVER "w2" AS "total", MAX("book"."pages") OVER "w2" AS "most", DENSE_RANK() OVER (ORDER BY
                    "book"."pages") AS "alone" FROM "book" WINDOW "w" AS (PARTITION BY "book"."author_id"
                    ORDER BY "book"."pages" DESC), "w2" AS (ORDER BY "book"."id" ROWS BETWEEN UNBOUNDED PRECEDING AND
                    CURRENT ROW)
                    """)
                .gives("1, 2, 2, 100, 100, 1", "2, 1, 1, 300, 200, 2", "3, 2, 2, 600, 300, 3", "4, 1, 1, 1000, 400, 4")
                .reads("book");
    }

    @Test
    void windows_ofASubquery_haveNamesOfTheirOwn() {
        Window<Book> byPages = window().orderBy(BOOK.pages);
        LongExpr<Book> place = rank().over(byPages).named("place");
        expectSql(BOOKS.annotate(place)
                        .filter(place.le(2))
                        .values(BOOK.id, place, rowNumber().over(byPages).named("n")))
                .everywhere("""
                    SELECT "part"."c1", "part"."c2" AS "place", "part"."c3" AS "n"
                    FROM (SELECT "book"."id" AS "c1", RANK() OVER "w" AS "c2", ROW_NUMBER() OVER "w" AS "c3" FROM "book"
                    WINDOW "w" AS (ORDER BY "book"."pages")) "part" WHERE "part"."c2" <= ?
                    """)
                .gives("1, 1, 1", "2, 2, 2")
                .reads("book");
    }
}
