package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.window;

import org.junit.jupiter.api.Test;

/** Rows put together in groups, and aggregates over them. */
class GroupSqlTest extends SqlTest {
    @Test
    void groupBy_countsAndSums_together() {
        expectSql(BOOKS.groupBy(BOOK.published)
                        .values(
                                BOOK.published,
                                BOOK.count().named("n"),
                                BOOK.pages.sum().named("pages")))
                .everywhere("""
                    SELECT "book"."published", COUNT(*) AS "n", SUM("book"."pages") AS "pages" FROM "book" GROUP BY
                    "book"."published"
                    """)
                .gives("false, 1, 200", "true, 3, 800")
                .reads("book");
    }

    @Test
    void groupBy_related_joins() {
        expectSql(BOOKS.groupBy(BOOK.author())
                        .values(BOOK.author().name, BOOK.reviews().count().named("n")))
                .everywhere("""
                    SELECT "author"."name", COUNT("reviews"."id") AS "n" FROM "book" JOIN "author" ON "author"."id" =
                    "book"."author_id" LEFT JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" GROUP BY
                    "book"."author_id", "author"."name"
                    """)
                .gives("Ann, 2", "Ben, 1")
                .reads("author", "book", "review");
    }

    @Test
    void groupBy_ownAndRelated_apart() {
        expectSql(BOOKS.groupBy(BOOK.published)
                        .values(
                                BOOK.published,
                                BOOK.count().named("n"),
                                BOOK.reviews().count().named("reviews"),
                                BOOK.tags().count().named("tags")))
                .everywhere("""
                    SELECT "part"."c1", "part"."c2" AS "n", "part_2"."c2" AS "reviews", "part_3"."c2" AS "tags" FROM
                    (SELECT "book"."published" AS "c1", COUNT(*) AS "c2" FROM "book" GROUP BY "book"."published") "part"
                    JOIN (SELECT "book_2"."published" AS "c1", COUNT("reviews"."id") AS "c2" FROM "book" "book_2" LEFT
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book_2"."id" GROUP BY "book_2"."published")
                    "part_2" ON "part_2"."c1" = "part"."c1" JOIN (SELECT "book_3"."published" AS "c1",
                    COUNT("tags_link"."tag_id") AS "c2" FROM "book" "book_3" LEFT JOIN "book_tag" "tags_link" ON
                    "tags_link"."book_id" = "book_3"."id" GROUP BY "book_3"."published") "part_3" ON "part_3"."c1" =
                    "part"."c1"
                    """)
                .gives("false, 1, 0, 0", "true, 3, 3, 3")
                .reads("book", "book_tag", "review");
    }

    @Test
    void groupBy_indifferentAggregates_joinTheRelatedOnes() {
        expectSql(BOOKS.groupBy(BOOK.published)
                        .values(
                                BOOK.published,
                                BOOK.pages.max().named("most"),
                                BOOK.reviews().count().named("reviews")))
                .everywhere("""
                    SELECT "book"."published", MAX("book"."pages") AS "most", COUNT("reviews"."id") AS "reviews" FROM
                    "book" LEFT JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" GROUP BY "book"."published"
                    """)
                .gives("false, 200, 0", "true, 400, 3")
                .reads("book", "review");
    }

    @Test
    void groupBy_having_andOrder() {
        expectSql(DB.objects(AUTHOR)
                        .groupBy(AUTHOR.name)
                        .filter(AUTHOR.books().count().gt(1))
                        .values(AUTHOR.name, AUTHOR.books().count().named("n"))
                        .orderBy(AUTHOR.books().count().desc())
                        .limit(3))
                .everywhere("""
                    SELECT "author"."name", COUNT("books"."id") AS "n" FROM "author" LEFT JOIN "book" "books" ON
                    "books"."author_id" = "author"."id" GROUP BY "author"."name" HAVING COUNT("books"."id") > ? ORDER BY
                    COUNT("books"."id") DESC LIMIT 3
                    """)
                .gives("Ann, 2", "Ben, 2")
                .reads("author", "book");
    }

    @Test
    void groupBy_conditionWithoutAggregate_restrictsTheRows() {
        expectSql(BOOKS.groupBy(BOOK.author())
                        .filter(BOOK.published)
                        .values(BOOK.author().id, BOOK.count().named("n")))
                .everywhere("""
                    SELECT "book"."author_id", COUNT(*) AS "n" FROM "book" WHERE "book"."published" GROUP BY
                    "book"."author_id"
                    """)
                .gives("1, 1", "2, 2")
                .reads("book");
    }

    @Test
    void groupBy_valuesOfManyRows_givesEachOnce() {
        expectSql(BOOKS.groupBy(BOOK.tags().name)
                        .values(BOOK.tags().name, BOOK.count())
                        .orderBy(BOOK.tags().name))
                .everywhere("""
                    SELECT "tags"."name", COUNT(*) AS "count(*)" FROM "book" LEFT JOIN "book_tag" "tags_link" ON
                    "tags_link"."book_id" = "book"."id" LEFT JOIN "tag" "tags" ON "tags"."id" = "tags_link"."tag_id" GROUP BY
                    "tags"."name" ORDER BY "tags"."name"
                    """)
                .gives("java, 1", "null, 2", "sql, 2")
                .reads("book", "tag", "book_tag");
    }

    @Test
    void groupBy_expressionWithParameter_isComputedInside() {
        expectSql(BOOKS.groupBy(BOOK.pages.plus(1))
                        .values(BOOK.pages.plus(1), BOOK.count().named("n")))
                .postgresql("""
                    SELECT "part"."c1" AS "(pages plus ?)", COUNT(*) AS "n" FROM (SELECT "book"."pages" + ? AS "c1" FROM
                    "book") "part" GROUP BY "part"."c1"
                    """)
                .mariadb("""
                    SELECT `part`.`c1` AS `(pages plus ?)`, COUNT(*) AS `n` FROM (SELECT `book`.`pages` + ? AS `c1` FROM
                    `book`) `part` GROUP BY `part`.`c1`
                    """)
                .sqlite("""
                    SELECT "part"."c1" AS "(pages plus ?)", COUNT(*) AS "n" FROM (SELECT "book"."pages" + ? AS "c1" FROM
                    "book") "part" GROUP BY "part"."c1"
                    """)
                .h2("""
                    SELECT "part"."c1" AS "(pages plus ?)", COUNT(*) AS "n" FROM (SELECT "book"."pages" + CAST(? AS
                    BIGINT) AS "c1" FROM "book") "part" GROUP BY "part"."c1"
                    """)
                .gives("101, 1", "201, 1", "301, 1", "401, 1")
                .reads("book");
    }

    @Test
    void groupBy_filterOnRelated_countsEachRowOnce() {
        expectSql(BOOKS.filter(BOOK.tags().name.ne("x"))
                        .groupBy(BOOK.published)
                        .values(BOOK.published, BOOK.count().named("n")))
                .everywhere("""
                    SELECT "book"."published", COUNT(*) AS "n" FROM "book" WHERE EXISTS (SELECT 1 FROM "book_tag"
                    "tags_link" JOIN "tag" ON "tag"."id" = "tags_link"."tag_id" WHERE "tags_link"."book_id" =
                    "book"."id" AND "tag"."name" <> ?) GROUP BY "book"."published"
                    """)
                .gives("true, 2")
                .reads("book", "book_tag", "tag");
    }

    @Test
    void groupBy_filterOnTheSameRelation_restrictsTheAggregate() {
        expectSql(BOOKS.filter(BOOK.reviews().approved)
                        .groupBy(BOOK.published)
                        .values(BOOK.published, BOOK.reviews().count().named("n")))
                .everywhere("""
                    SELECT "book"."published", COUNT("reviews"."id") AS "n" FROM "book" JOIN "review" "reviews" ON
                    "reviews"."book_id" = "book"."id" WHERE "reviews"."approved" GROUP BY "book"."published"
                    """)
                .gives("true, 2")
                .reads("book", "review");
    }

    @Test
    void values_annotate_groupsByValues() {
        expectSql(BOOKS.values(BOOK.published)
                        .annotate(BOOK.count().named("n"))
                        .filter(BOOK.count().gt(0))
                        .orderBy(BOOK.published))
                .everywhere("""
                    SELECT "book"."published", COUNT(*) AS "n" FROM "book" GROUP BY "book"."published" HAVING COUNT(*) >
                    ? ORDER BY "book"."published"
                    """)
                .gives("false, 1", "true, 3")
                .reads("book");
    }

    @Test
    void groups_areCounted() {
        expectSql(count(BOOKS.groupBy(BOOK.published).values(BOOK.published, BOOK.count())))
                .everywhere("""
                    SELECT COUNT(*) FROM (SELECT "book"."published" AS "c1", COUNT(*) AS "c2" FROM "book" GROUP BY
                    "book"."published") "part"
                    """)
                .gives("2")
                .reads("book");
    }

    @Test
    void window_overGroups() {
        expectSql(BOOKS.groupBy(BOOK.author())
                        .values(
                                BOOK.author().id,
                                BOOK.count().named("n"),
                                rank().over(window().orderBy(BOOK.count().desc()))
                                        .named("place")))
                .everywhere("""
                    SELECT "part"."c1", "part"."c2" AS "n", RANK() OVER (ORDER BY "part"."c2" DESC) AS "place" FROM
                    (SELECT "book"."author_id" AS "c1", COUNT(*) AS "c2" FROM "book" GROUP BY "book"."author_id") "part"
                    """)
                .gives("1, 2, 1", "2, 2, 1")
                .reads("book");
    }

    @Test
    void groups_ofRowsThatAnAggregateHasChosen() {
        expectSql(BOOKS.filter(BOOK.reviews().count().gt(0))
                        .groupBy(BOOK.published)
                        .values(BOOK.published, BOOK.count()))
                .everywhere("""
                    SELECT "book"."published", COUNT(*) AS "count(*)" FROM "book" WHERE "book"."id" IN (SELECT "book_2"."id"
                    FROM "book" "book_2" WHERE (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book_2"."id") > ?)
                    GROUP BY "book"."published"
                    """)
                .gives("true, 2")
                .reads("book", "review");
    }
}
