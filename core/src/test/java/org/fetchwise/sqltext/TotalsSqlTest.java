package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import org.junit.jupiter.api.Test;

/** Aggregates over all rows of a query. */
class TotalsSqlTest extends SqlTest {
    @Test
    void totals_ofOwnRows() {
        expectSql(totals(
                        BOOKS,
                        BOOK.count().named("n"),
                        BOOK.pages.sum().named("pages"),
                        BOOK.count().filter(BOOK.published).named("published")))
                .postgresql("""
                    SELECT COUNT(*) AS "n", SUM("book"."pages") AS "pages", COUNT(*) FILTER (WHERE "book"."published")
                    AS "published" FROM "book"
                    """)
                .mariadb("""
                    SELECT COUNT(*) AS `n`, SUM(`book`.`pages`) AS `pages`, COUNT(CASE WHEN `book`.`published` THEN 1
                    END) AS `published` FROM `book`
                    """)
                .sqlite("""
                    SELECT COUNT(*) AS "n", SUM("book"."pages") AS "pages", COUNT(*) FILTER (WHERE "book"."published")
                    AS "published" FROM "book"
                    """)
                .h2("""
                    SELECT COUNT(*) AS "n", SUM("book"."pages") AS "pages", COUNT(*) FILTER (WHERE "book"."published")
                    AS "published" FROM "book"
                    """)
                .gives("4, 1000, 3")
                .reads("book");
    }

    @Test
    void totals_ofRelatedRows_joins() {
        expectSql(totals(
                        BOOKS,
                        BOOK.reviews().count().named("n"),
                        BOOK.reviews().stars.avg().named("mean")))
                .postgresql("""
                    SELECT COUNT("reviews"."id") AS "n", AVG("reviews"."stars") AS "mean" FROM "book" LEFT JOIN "review"
                    "reviews" ON "reviews"."book_id" = "book"."id"
                    """)
                .mariadb("""
                    SELECT COUNT(`reviews`.`id`) AS `n`, AVG(CAST(`reviews`.`stars` AS DOUBLE)) AS `mean` FROM `book`
                    LEFT JOIN `review` `reviews` ON `reviews`.`book_id` = `book`.`id`
                    """)
                .sqlite("""
                    SELECT COUNT("reviews"."id") AS "n", AVG("reviews"."stars") AS "mean" FROM "book" LEFT JOIN "review"
                    "reviews" ON "reviews"."book_id" = "book"."id"
                    """)
                .h2("""
                    SELECT COUNT("reviews"."id") AS "n", AVG("reviews"."stars") AS "mean" FROM "book" LEFT JOIN "review"
                    "reviews" ON "reviews"."book_id" = "book"."id"
                    """)
                .gives("3, 3.0")
                .reads("book", "review");
    }

    @Test
    void totals_ofSeveralRelations_apart() {
        expectSql(totals(
                        BOOKS,
                        BOOK.count().named("n"),
                        BOOK.reviews().count().named("reviews"),
                        BOOK.tags().count().named("tags")))
                .everywhere("""
                    SELECT "part"."c1" AS "n", "part_2"."c1" AS "reviews", "part_3"."c1" AS "tags" FROM (SELECT COUNT(*)
                    AS "c1" FROM "book") "part" JOIN (SELECT COUNT("reviews"."id") AS "c1" FROM "book" "book_2" LEFT
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book_2"."id") "part_2" ON TRUE JOIN (SELECT
                    COUNT("tags_link"."tag_id") AS "c1" FROM "book" "book_3" LEFT JOIN "book_tag" "tags_link" ON
                    "tags_link"."book_id" = "book_3"."id") "part_3" ON TRUE
                    """)
                .gives("4, 3, 3")
                .reads("book", "book_tag", "review");
    }

    @Test
    void totals_ofASlice() {
        expectSql(totals(BOOKS.orderBy(BOOK.id).limit(2), BOOK.pages.sum().named("pages")))
                .everywhere("""
                    SELECT SUM("part"."c1") AS "pages" FROM (SELECT "book"."pages" AS "c1" FROM "book" ORDER BY
                    "book"."id" LIMIT 2) "part"
                    """)
                .gives("300")
                .reads("book");
    }

    @Test
    void totals_ofAnnotations() {
        expectSql(totals(
                        BOOKS.annotate(BOOK.reviews().count().named("n")),
                        BOOK.reviews().count().max().named("most")))
                .everywhere("""
                    SELECT MAX((SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id")) AS "most" FROM
                    "book"
                    """)
                .gives("2")
                .reads("book", "review");
    }

    @Test
    void totals_ofGroups() {
        expectSql(totals(
                        BOOKS.values(BOOK.published).annotate(BOOK.count().named("n")),
                        BOOK.count().max().named("most")))
                .everywhere("""
                    SELECT MAX("part"."c1") AS "most" FROM (SELECT COUNT(*) AS "c1" FROM "book" GROUP BY
                    "book"."published") "part"
                    """)
                .gives("3")
                .reads("book");
    }

    @Test
    void totals_ofWindows() {
        expectSql(totals(
                        BOOKS.annotate(
                                rowNumber().over(window().orderBy(BOOK.id)).named("n")),
                        rowNumber().over(window().orderBy(BOOK.id)).sum().named("sum")))
                .everywhere("""
                    SELECT SUM("part"."c1") AS "sum" FROM (SELECT ROW_NUMBER() OVER (ORDER BY "book"."id") AS "c1" FROM
                    "book") "part"
                    """)
                .gives("10")
                .reads("book");
    }

    @Test
    void totals_median() {
        expectSql(totals(BOOKS, BOOK.pages.median().named("a")))
                .postgresql("""
                    SELECT PERCENTILE_CONT(?) WITHIN GROUP (ORDER BY "book"."pages") AS "a" FROM "book"
                    """)
                .mariadb("""
                    SELECT (CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT(`book`.`pages` ORDER BY `book`.`pages`), ',',
                    FLOOR(CAST(? AS DOUBLE) * (COUNT(`book`.`pages`) - 1)) + 1), ',', -1) AS DOUBLE) + (CAST(? AS DOUBLE) *
                    (COUNT(`book`.`pages`) - 1) - FLOOR(CAST(? AS DOUBLE) * (COUNT(`book`.`pages`) - 1))) *
                    (CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT(`book`.`pages` ORDER BY `book`.`pages`), ',',
                    CEIL(CAST(? AS DOUBLE) * (COUNT(`book`.`pages`) - 1)) + 1), ',', -1) AS DOUBLE) -
                    CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT(`book`.`pages` ORDER BY `book`.`pages`), ',',
                    FLOOR(CAST(? AS DOUBLE) * (COUNT(`book`.`pages`) - 1)) + 1), ',', -1) AS DOUBLE))) AS `a` FROM `book`
                    """)
                .sqlite("""
                    SELECT PERCENTILE_CONT("book"."pages", ?) AS "a" FROM "book"
                    """)
                .h2("""
                    SELECT PERCENTILE_CONT(CAST(? AS DOUBLE PRECISION)) WITHIN GROUP (ORDER BY "book"."pages") AS "a" FROM
                    "book"
                    """)
                .gives("250.0")
                .reads("book");
    }

    @Test
    void totals_percentile_ofSome() {
        expectSql(totals(
                        BOOKS,
                        BOOK.pages.percentile(0.25).filter(BOOK.pages.gt(0)).named("a")))
                .postgresql("""
                    SELECT PERCENTILE_CONT(?) WITHIN GROUP (ORDER BY "book"."pages") FILTER (WHERE "book"."pages" > ?) AS
                    "a" FROM "book"
                    """)
                .mariadb("""
                    SELECT (CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT(CASE WHEN `book`.`pages` > ? THEN
                    `book`.`pages` END ORDER BY CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END), ',', FLOOR(CAST(? AS
                    DOUBLE) * (COUNT(CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END) - 1)) + 1), ',', -1) AS DOUBLE) +
                    (CAST(? AS DOUBLE) * (COUNT(CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END) - 1) - FLOOR(CAST(? AS
                    DOUBLE) * (COUNT(CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END) - 1))) *
                    (CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT(CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END
                    ORDER BY CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END), ',', CEIL(CAST(? AS DOUBLE) *
                    (COUNT(CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END) - 1)) + 1), ',', -1) AS DOUBLE) -
                    CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT(CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END
                    ORDER BY CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END), ',', FLOOR(CAST(? AS DOUBLE) *
                    (COUNT(CASE WHEN `book`.`pages` > ? THEN `book`.`pages` END) - 1)) + 1), ',', -1) AS DOUBLE))) AS `a`
                    FROM `book`
                    """)
                .sqlite("""
                    SELECT PERCENTILE_CONT("book"."pages", ?) FILTER (WHERE "book"."pages" > ?) AS "a" FROM "book"
                    """)
                .h2("""
                    SELECT PERCENTILE_CONT(CAST(? AS DOUBLE PRECISION)) WITHIN GROUP (ORDER BY "book"."pages") FILTER (WHERE
                    "book"."pages" > ?) AS "a" FROM "book"
                    """)
                .gives("175.0")
                .reads("book");
    }

    @Test
    void totals_statistics() {
        expectSql(totals(
                        BOOKS,
                        BOOK.pages.stddev().named("a"),
                        BOOK.pages.varianceSample().named("b")))
                .postgresql("""
                    SELECT STDDEV_POP("book"."pages") AS "a", VAR_SAMP("book"."pages") AS "b" FROM "book"
                    """)
                .mariadb("""
                    SELECT STDDEV_POP(CAST(`book`.`pages` AS DOUBLE)) AS `a`, VAR_SAMP(CAST(`book`.`pages` AS DOUBLE))
                    AS `b` FROM `book`
                    """)
                .sqlite("""
                    SELECT fetchwise_stddev_pop("book"."pages") AS "a", fetchwise_var_samp("book"."pages") AS "b" FROM
                    "book"
                    """)
                .h2("""
                    SELECT STDDEV_POP("book"."pages") AS "a", VAR_SAMP("book"."pages") AS "b" FROM "book"
                    """)
                .gives("111.80339887498948, 16666.666666666668")
                .reads("book");
    }

    @Test
    void totals_truth() {
        expectSql(totals(
                        BOOKS,
                        BOOK.published.every().named("all"),
                        BOOK.published.some().named("any")))
                .postgresql("""
                    SELECT BOOL_AND("book"."published") AS "all", BOOL_OR("book"."published") AS "any" FROM "book"
                    """)
                .mariadb("""
                    SELECT MIN(`book`.`published`) AS `all`, MAX(`book`.`published`) AS `any` FROM `book`
                    """)
                .sqlite("""
                    SELECT MIN("book"."published") AS "all", MAX("book"."published") AS "any" FROM "book"
                    """)
                .h2("""
                    SELECT BOOL_AND("book"."published") AS "all", BOOL_OR("book"."published") AS "any" FROM "book"
                    """)
                .gives("false, true")
                .reads("book");
    }

    @Test
    void totals_joinedTexts() {
        expectSql(totals(
                        BOOKS,
                        BOOK.title
                                .joined(", ")
                                .filter(BOOK.published)
                                .orderBy(BOOK.title)
                                .named("titles")))
                .postgresql("""
                    SELECT STRING_AGG("book"."title", ? ORDER BY "book"."title") FILTER (WHERE "book"."published") AS
                    "titles" FROM "book"
                    """)
                .mariadb("""
                    SELECT SUBSTRING(GROUP_CONCAT(CONCAT(?, CASE WHEN `book`.`published` THEN `book`.`title` END) ORDER
                    BY `book`.`title` SEPARATOR ''), CHAR_LENGTH(?) + 1) AS `titles` FROM `book`
                    """)
                .sqlite("""
                    SELECT fetchwise_join(JSON_GROUP_ARRAY("book"."title" ORDER BY "book"."title") FILTER (WHERE
                    "book"."published"), ?) AS "titles" FROM "book"
                    """)
                .h2("""
                    SELECT SUBSTRING(STRING_AGG(CAST(? AS VARCHAR) || "book"."title", '' ORDER BY "book"."title") FILTER
                    (WHERE "book"."published"), CHAR_LENGTH(CAST(? AS VARCHAR)) + 1) AS "titles" FROM "book"
                    """)
                .gives("100% Delta_, Alpha, Gamma")
                .reads("book");
    }

    @Test
    void totals_jsonArray() {
        expectSql(totals(
                        BOOKS,
                        BOOK.id
                                .jsonArray()
                                .filter(BOOK.published)
                                .orderBy(BOOK.id.desc())
                                .named("ids")))
                .postgresql("""
                    SELECT JSONB_AGG("book"."id" ORDER BY "book"."id" DESC) FILTER (WHERE "book"."published") AS "ids"
                    FROM "book"
                    """)
                .mariadb("""
                    SELECT CONCAT('[', GROUP_CONCAT(CASE WHEN `book`.`published` THEN
                    JSON_EXTRACT(JSON_ARRAY(`book`.`id`), '$[0]') END ORDER BY `book`.`id` DESC SEPARATOR ','), ']') AS
                    `ids` FROM `book`
                    """)
                .sqlite("""
                    SELECT NULLIF(JSON_GROUP_ARRAY("book"."id" ORDER BY "book"."id" DESC) FILTER (WHERE
                    "book"."published"), '[]') AS "ids" FROM "book"
                    """)
                .h2("""
                    SELECT JSON_ARRAYAGG("book"."id" ORDER BY "book"."id" DESC NULL ON NULL) FILTER (WHERE
                    "book"."published") AS "ids" FROM "book"
                    """)
                .gives("[4,3,1]")
                .reads("book");
    }

    @Test
    void totals_ofRowsThatAnAggregateHasChosen() {
        expectSql(totals(
                        BOOKS.filter(BOOK.reviews().count().gt(0), BOOK.tags().any()),
                        BOOK.pages.sum().named("pages")))
                .everywhere("""
                    SELECT SUM("part"."c1") AS "pages" FROM (SELECT "book"."pages" AS "c1" FROM "book" WHERE (SELECT
                    COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id") > ? AND EXISTS (SELECT 1 FROM "book_tag"
                    "tags_link" WHERE "tags_link"."book_id" = "book"."id")) "part"
                    """)
                .gives("400")
                .reads("book", "book_tag", "review");
    }
}
