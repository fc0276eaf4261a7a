package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.lag;
import static org.fetchwise.expr.Functions.ntile;
import static org.fetchwise.expr.Functions.percentRank;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import org.junit.jupiter.api.Test;

/** Conditions on functions over windows. */
class QualifiedSqlTest extends SqlTest {
    @Test
    void filter_window_wraps() {
        expectSql(BOOKS.annotate(rank().over(window().partitionBy(BOOK.author()).orderBy(BOOK.pages.desc()))
                                .named("place"))
                        .filter(rank().over(window().partitionBy(BOOK.author()).orderBy(BOOK.pages.desc()))
                                .le(1))
                        .orderBy(BOOK.id)
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "book"."title" AS "c1", "book"."id" AS "c2", RANK() OVER (PARTITION
                    BY "book"."author_id" ORDER BY "book"."pages" DESC) AS "c3" FROM "book") "part" WHERE "part"."c3" <=
                    ? ORDER BY "part"."c2"
                    """)
                .gives("100% Delta_", "Beta")
                .reads("book");
    }

    @Test
    void filter_window_orPlainCondition() {
        expectSql(BOOKS.filter(rowNumber().over(window().orderBy(BOOK.id)).gt(3).or(BOOK.published))
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "book"."id" AS "c1", ROW_NUMBER() OVER (ORDER BY "book"."id") AS
                    "c2", "book"."published" AS "c3" FROM "book") "part" WHERE "part"."c2" > ? OR "part"."c3"
                    """)
                .gives("1", "3", "4")
                .reads("book");
    }

    @Test
    void filter_window_restrictsInsideFirst() {
        expectSql(BOOKS.filter(
                                BOOK.published,
                                rowNumber().over(window().orderBy(BOOK.id)).le(2))
                        .values(BOOK.id)
                        .limit(1))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "book"."id" AS "c1", ROW_NUMBER() OVER (ORDER BY "book"."id") AS
                    "c2" FROM "book" WHERE "book"."published") "part" WHERE "part"."c2" <= ? LIMIT 1
                    """)
                .gives("1")
                .reads("book");
    }

    @Test
    void filter_window_counted() {
        expectSql(count(BOOKS.filter(rowNumber().over(window().orderBy(BOOK.id)).le(2))))
                .everywhere("""
                    SELECT COUNT(*) FROM (SELECT "part_2"."c1" AS "v" FROM (SELECT 1 AS "c1", ROW_NUMBER() OVER (ORDER
                    BY "book"."id") AS "c2" FROM "book") "part_2" WHERE "part_2"."c2" <= ?) "part"
                    """)
                .gives("2")
                .reads("book");
    }

    @Test
    void window_lagWithFallback() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        lag(BOOK.pages, 1)
                                .orElse(0)
                                .over(window().orderBy(BOOK.id))
                                .named("before")))
                .postgresql("""
                    SELECT "book"."id", LAG("book"."pages", 1, ?) OVER (ORDER BY "book"."id") AS "before" FROM "book"
                    """)
                .mariadb("""
                    SELECT `book`.`id`, CASE WHEN COUNT(*) OVER (ORDER BY `book`.`id` ROWS BETWEEN UNBOUNDED PRECEDING
                    AND CURRENT ROW) <= 1 THEN ? ELSE LAG(`book`.`pages`, 1) OVER (ORDER BY `book`.`id`) END AS `before`
                    FROM `book`
                    """)
                .sqlite("""
                    SELECT "book"."id", LAG("book"."pages", 1, ?) OVER (ORDER BY "book"."id") AS "before" FROM "book"
                    """)
                .h2("""
                    SELECT "book"."id", LAG("book"."pages", 1, CAST(? AS BIGINT)) OVER (ORDER BY "book"."id") AS
                    "before" FROM "book"
                    """)
                .gives("1, 0", "2, 100", "3, 200", "4, 300")
                .reads("book");
    }

    @Test
    void window_shareAndBuckets() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        percentRank().over(window().orderBy(BOOK.pages)).named("share"),
                        ntile(2).over(window().orderBy(BOOK.id)).named("half")))
                .everywhere("""
                    SELECT "book"."id", PERCENT_RANK() OVER (ORDER BY "book"."pages") AS "share", NTILE(2) OVER (ORDER
                    BY "book"."id") AS "half" FROM "book"
                    """)
                .gives("1, 0.0, 1", "2, 0.3333333333333333, 1", "3, 0.6666666666666666, 2", "4, 1.0, 2")
                .reads("book");
    }

    @Test
    void filter_window_neitherNor_restrictsInsideFirst() {
        expectSql(BOOKS.exclude(rowNumber()
                                .over(window().orderBy(BOOK.id))
                                .gt(2)
                                .or(BOOK.published.not()))
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "book"."id" AS "c1", ROW_NUMBER() OVER (ORDER BY "book"."id") AS
                    "c2" FROM "book" WHERE "book"."published") "part" WHERE "part"."c2" <= ?
                    """)
                .gives("1", "3")
                .reads("book");
    }
}
