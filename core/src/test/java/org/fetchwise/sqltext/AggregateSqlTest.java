package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;

import org.junit.jupiter.api.Test;

/** Aggregates over related rows, each over its own. */
class AggregateSqlTest extends SqlTest {
    @Test
    void values_ofCount() {
        expectSql(BOOKS.values(BOOK.title, BOOK.reviews().count().named("n")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "review"
                        WHERE "review"."book_id" = "book"."id") AS "n"
                    FROM "book"
                    """)
                .gives("Alpha, 2", "Beta, 0", "Gamma, 1", "100% Delta_, 0")
                .reads("book", "review");
    }

    @Test
    void annotate_count() {
        expectSql(BOOKS.only(BOOK.title).annotate(BOOK.reviews().count().named("n")))
                .everywhere("""
                    SELECT "book"."id", "book"."title", (SELECT COUNT(*) FROM "review"
                        WHERE "review"."book_id" = "book"."id") AS "n"
                    FROM "book"
                    """)
                .gives("1, Alpha, 2", "2, Beta, 0", "3, Gamma, 1", "4, 100% Delta_, 0")
                .reads("book", "review");
    }

    @Test
    void annotate_countOfSome() {
        expectSql(BOOKS.values(BOOK.title, BOOK.reviews().count(REVIEW.approved).named("n")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."approved") AS "n"
                    FROM "book"
                    """)
                .gives("Alpha, 1", "Beta, 0", "Gamma, 1", "100% Delta_, 0")
                .reads("book", "review");
    }

    @Test
    void annotate_countFilteredOnThePath() {
        expectSql(BOOKS.values(
                        BOOK.title,
                        BOOK.reviews()
                                .count()
                                .filter(BOOK.reviews().stars.ge(5))
                                .named("n")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."stars" >= ?) AS "n"
                    FROM "book"
                    """)
                .gives("Alpha, 1", "Beta, 0", "Gamma, 0", "100% Delta_, 0")
                .reads("book", "review");
    }

    @Test
    void annotate_countFilteredOnTheOwner() {
        expectSql(BOOKS.values(
                        BOOK.title,
                        BOOK.reviews().count().filter(BOOK.published).named("n")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "book"."published") AS "n"
                    FROM "book"
                    """)
                .gives("Alpha, 2", "Beta, 0", "Gamma, 1", "100% Delta_, 0")
                .reads("book", "review");
    }

    @Test
    void annotate_countDistinct() {
        expectSql(DB.objects(AUTHOR)
                        .values(
                                AUTHOR.name,
                                AUTHOR.books().publisher().id.countDistinct().named("n")))
                .everywhere("""
                    SELECT "author"."name", (SELECT COUNT(DISTINCT "book"."publisher_id") FROM "book"
                        WHERE "book"."author_id" = "author"."id") AS "n"
                    FROM "author"
                    """)
                .gives("Ann, 1", "Ben, 2", "Cid, 0")
                .reads("author", "book");
    }

    @Test
    void annotate_countOverManyToMany_readsOnlyTheLink() {
        expectSql(BOOKS.values(BOOK.title, BOOK.tags().count().named("n")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "book_tag" "tags_link"
                        WHERE "tags_link"."book_id" = "book"."id") AS "n"
                    FROM "book"
                    """)
                .gives("Alpha, 2", "Beta, 0", "Gamma, 1", "100% Delta_, 0")
                .reads("book", "book_tag");
    }

    @Test
    void annotate_countOverReverseManyToMany() {
        expectSql(DB.objects(TAG)
                        .values(TAG.name, TAG.books().count(BOOK.published).named("n")))
                .everywhere("""
                    SELECT "tag"."name", (SELECT COUNT(*) FROM "book_tag" "books_link"
                        JOIN "book" ON "book"."id" = "books_link"."book_id"
                        WHERE "books_link"."tag_id" = "tag"."id" AND "book"."published") AS "n"
                    FROM "tag"
                    """)
                .gives("java, 1", "sql, 2", "orm, 0")
                .reads("tag", "book_tag", "book");
    }

    @Test
    void annotate_countOverTwoToManys() {
        expectSql(DB.objects(AUTHOR)
                        .values(AUTHOR.name, AUTHOR.books().reviews().count().named("n")))
                .everywhere("""
                    SELECT "author"."name", (SELECT COUNT("reviews"."id") FROM "book"
                        JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id"
                        WHERE "book"."author_id" = "author"."id") AS "n"
                    FROM "author"
                    """)
                .gives("Ann, 2", "Ben, 1", "Cid, 0")
                .reads("author", "book", "review");
    }

    @Test
    void annotate_countOverToOneThenToMany() {
        expectSql(DB.objects(REVIEW)
                        .values(REVIEW.id, REVIEW.book().tags().count().named("n")))
                .everywhere("""
                    SELECT "review"."id", (SELECT COUNT(*) FROM "book_tag" "tags_link"
                        WHERE "tags_link"."book_id" = "review"."book_id") AS "n"
                    FROM "review"
                    """)
                .gives("1, 2", "2, 2", "3, 1")
                .reads("review", "book_tag");
    }

    @Test
    void annotate_twoCounts_doNotMultiply() {
        expectSql(BOOKS.values(
                        BOOK.title,
                        BOOK.reviews().count().named("reviewed"),
                        BOOK.tags().count().named("tagged")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "review"
                        WHERE "review"."book_id" = "book"."id") AS "reviewed", (SELECT COUNT(*)
                        FROM "book_tag" "tags_link" WHERE "tags_link"."book_id" = "book"."id") AS "tagged"
                    FROM "book"
                    """)
                .gives("Alpha, 2, 2", "Beta, 0, 0", "Gamma, 1, 1", "100% Delta_, 0, 0")
                .reads("book", "review", "book_tag");
    }

    @Test
    void annotate_otherAggregates() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        BOOK.reviews().stars.sum().named("sum"),
                        BOOK.reviews().stars.avg().named("avg"),
                        BOOK.reviews().text.max().named("last")))
                .postgresql("""
                    SELECT "book"."id", (SELECT SUM("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id") AS "sum", (SELECT AVG("review_2"."stars")
                        FROM "review" "review_2" WHERE "review_2"."book_id" = "book"."id") AS "avg",
                        (SELECT MAX("review_3"."text") FROM "review" "review_3"
                        WHERE "review_3"."book_id" = "book"."id") AS "last"
                    FROM "book"
                    """)
                .mariadb("""
                    SELECT `book`.`id`, (SELECT SUM(`review`.`stars`) FROM `review`
                        WHERE `review`.`book_id` = `book`.`id`) AS `sum`,
                        (SELECT AVG(CAST(`review_2`.`stars` AS DOUBLE)) FROM `review` `review_2`
                        WHERE `review_2`.`book_id` = `book`.`id`) AS `avg`, (SELECT MAX(`review_3`.`text`)
                        FROM `review` `review_3` WHERE `review_3`.`book_id` = `book`.`id`) AS `last`
                    FROM `book`
                    """)
                .sqlite("""
                    SELECT "book"."id", (SELECT SUM("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id") AS "sum", (SELECT AVG("review_2"."stars")
                        FROM "review" "review_2" WHERE "review_2"."book_id" = "book"."id") AS "avg",
                        (SELECT MAX("review_3"."text") FROM "review" "review_3"
                        WHERE "review_3"."book_id" = "book"."id") AS "last"
                    FROM "book"
                    """)
                .h2("""
                    SELECT "book"."id", (SELECT SUM("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id") AS "sum", (SELECT AVG("review_2"."stars")
                        FROM "review" "review_2" WHERE "review_2"."book_id" = "book"."id") AS "avg",
                        (SELECT MAX("review_3"."text") FROM "review" "review_3"
                        WHERE "review_3"."book_id" = "book"."id") AS "last"
                    FROM "book"
                    """)
                .reads("book", "review");
    }

    @Test
    void annotate_sumOfNothing_isNullUnlessSaid() {
        expectSql(BOOKS.values(BOOK.id, BOOK.reviews().stars.sum().orElse(0).named("sum")))
                .postgresql("""
                    SELECT "book"."id", COALESCE((SELECT SUM("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id"), ?) AS "sum"
                    FROM "book"
                    """)
                .mariadb("""
                    SELECT `book`.`id`, COALESCE((SELECT SUM(`review`.`stars`) FROM `review`
                        WHERE `review`.`book_id` = `book`.`id`), ?) AS `sum`
                    FROM `book`
                    """)
                .sqlite("""
                    SELECT "book"."id", COALESCE((SELECT SUM("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id"), ?) AS "sum"
                    FROM "book"
                    """)
                .h2("""
                    SELECT "book"."id", COALESCE((SELECT SUM("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id"), CAST(? AS BIGINT)) AS "sum"
                    FROM "book"
                    """)
                .gives("1, 7", "2, 0", "3, 2", "4, 0")
                .reads("book", "review");
    }

    @Test
    void annotate_aggregateOfAnExpression() {
        expectSql(DB.objects(AUTHOR)
                        .values(AUTHOR.name, AUTHOR.books().pages.times(2).max().named("most")))
                .postgresql("""
                    SELECT "author"."name", (SELECT MAX("book"."pages" * ?) FROM "book"
                        WHERE "book"."author_id" = "author"."id") AS "most"
                    FROM "author"
                    """)
                .mariadb("""
                    SELECT `author`.`name`, (SELECT MAX(`book`.`pages` * ?) FROM `book`
                        WHERE `book`.`author_id` = `author`.`id`) AS `most`
                    FROM `author`
                    """)
                .sqlite("""
                    SELECT "author"."name", (SELECT MAX("book"."pages" * ?) FROM "book"
                        WHERE "book"."author_id" = "author"."id") AS "most"
                    FROM "author"
                    """)
                .h2("""
                    SELECT "author"."name", (SELECT MAX("book"."pages" * CAST(? AS BIGINT)) FROM "book"
                        WHERE "book"."author_id" = "author"."id") AS "most"
                    FROM "author"
                    """)
                .gives("Ann, 400", "Ben, 800", "Cid, null")
                .reads("author", "book");
    }

    @Test
    void filter_beforeAnnotate_restrictsOnlyTheRows() {
        expectSql(BOOKS.filter(BOOK.reviews().any(REVIEW.approved))
                        .values(BOOK.title, BOOK.reviews().count().named("n")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "review" "review_2"
                        WHERE "review_2"."book_id" = "book"."id") AS "n"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."approved")
                    """)
                .gives("Alpha, 2", "Gamma, 1")
                .reads("book", "review");
    }

    @Test
    void orderBy_annotation() {
        expectSql(BOOKS.annotate(BOOK.reviews().count().named("n"))
                        .orderBy(BOOK.reviews().count().desc())
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id"
                    FROM "book"
                    ORDER BY (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id") DESC
                    """)
                .reads("book", "review");
    }

    @Test
    void exclude_onAggregate() {
        expectSql(BOOKS.exclude(BOOK.reviews().stars.avg().gt(3)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE (SELECT AVG("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id") <= ?
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE (SELECT AVG(CAST(`review`.`stars` AS DOUBLE)) FROM `review`
                        WHERE `review`.`book_id` = `book`.`id`) <= ?
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE (SELECT AVG("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id") <= ?
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE (SELECT AVG("review"."stars") FROM "review"
                        WHERE "review"."book_id" = "book"."id") <= ?
                    """)
                .gives("Gamma")
                .reads("book", "review");
    }
}
