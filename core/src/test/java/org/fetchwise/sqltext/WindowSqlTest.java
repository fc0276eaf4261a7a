package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.denseRank;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import org.fetchwise.expr.Bound;
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
}
