package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.field;

import org.junit.jupiter.api.Test;

/** What is calculated of a row. */
class CalculationSqlTest extends SqlTest {
    @Test
    void calculation_keepsPrecedence() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        BOOK.pages.plus(BOOK.copies).times(2).named("a"),
                        BOOK.pages.minus(BOOK.copies.minus(1L)).named("b")))
                .postgresql("""
                    SELECT "book"."id", ("book"."pages" + "book"."copies") * ? AS "a",
                        "book"."pages" - ("book"."copies" - ?) AS "b"
                    FROM "book"
                    """)
                .mariadb("""
                    SELECT `book`.`id`, (`book`.`pages` + `book`.`copies`) * ? AS `a`,
                        `book`.`pages` - (`book`.`copies` - ?) AS `b`
                    FROM `book`
                    """)
                .sqlite("""
                    SELECT "book"."id", ("book"."pages" + "book"."copies") * ? AS "a",
                        "book"."pages" - ("book"."copies" - ?) AS "b"
                    FROM "book"
                    """)
                .h2("""
                    SELECT "book"."id", ("book"."pages" + "book"."copies") * CAST(? AS BIGINT) AS "a",
                        "book"."pages" - ("book"."copies" - CAST(? AS BIGINT)) AS "b"
                    FROM "book"
                    """)
                .gives("1, 220, 91", "2, 400, 201", "3, 660, 271", "4, 880, 361")
                .reads("book");
    }

    @Test
    void calculation_divisionIsReal() {
        expectSql(BOOKS.filter(BOOK.id.eq(1))
                        .values(
                                BOOK.pages.dividedBy(8).named("a"),
                                BOOK.pages.dividedBy(BOOK.copies).named("b")))
                .postgresql("""
                    SELECT CAST("book"."pages" AS DOUBLE PRECISION) / ? AS "a",
                        CAST("book"."pages" AS DOUBLE PRECISION) / "book"."copies" AS "b"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT CAST(`book`.`pages` AS DOUBLE) / ? AS `a`,
                        CAST(`book`.`pages` AS DOUBLE) / `book`.`copies` AS `b`
                    FROM `book`
                    WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT CAST("book"."pages" AS REAL) / ? AS "a",
                        CAST("book"."pages" AS REAL) / "book"."copies" AS "b"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT CAST("book"."pages" AS DOUBLE PRECISION) / CAST(? AS BIGINT) AS "a",
                        CAST("book"."pages" AS DOUBLE PRECISION) / "book"."copies" AS "b"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .gives("12.5, 10.0")
                .reads("book");
    }

    @Test
    void calculation_withFraction() {
        expectSql(BOOKS.filter(BOOK.id.eq(1))
                        .values(
                                BOOK.pages.times(0.5).named("a"),
                                BOOK.score.plus(1).named("b")))
                .postgresql("""
                    SELECT "book"."pages" * ? AS "a", "book"."score" + ? AS "b"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT `book`.`pages` * CAST(? AS DOUBLE) AS `a`, `book`.`score` + CAST(? AS DOUBLE) AS `b`
                    FROM `book`
                    WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT "book"."pages" * ? AS "a", "book"."score" + ? AS "b"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT "book"."pages" * CAST(? AS DOUBLE PRECISION) AS "a",
                        "book"."score" + CAST(? AS DOUBLE PRECISION) AS "b"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .gives("50.0, 5.5")
                .reads("book");
    }

    @Test
    void calculation_comparedWithAnother() {
        expectSql(BOOKS.filter(BOOK.pages.times(2).lt(BOOK.copies.plus(200))).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."pages" * ? < "book"."copies" + ?
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book` WHERE `book`.`pages` * ? < `book`.`copies` + ?
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE "book"."pages" * ? < "book"."copies" + ?
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."pages" * CAST(? AS BIGINT) < "book"."copies" + CAST(? AS BIGINT)
                    """)
                .gives("Alpha")
                .reads("book");
    }

    @Test
    void text_functions() {
        expectSql(BOOKS.filter(BOOK.id.eq(1))
                        .values(
                                BOOK.title.upper().named("up"),
                                BOOK.title.lower().concat("!").named("low"),
                                BOOK.title.length().named("n")))
                .postgresql("""
                    SELECT UPPER("book"."title") AS "up", CONCAT(LOWER("book"."title"), ?) AS "low",
                        CHAR_LENGTH("book"."title") AS "n"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT UPPER(`book`.`title`) AS `up`, CONCAT_WS('', LOWER(`book`.`title`), ?) AS `low`,
                        CHAR_LENGTH(`book`.`title`) AS `n`
                    FROM `book`
                    WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT UPPER("book"."title") AS "up", CONCAT(LOWER("book"."title"), ?) AS "low",
                        LENGTH("book"."title") AS "n"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT UPPER("book"."title") AS "up", CONCAT(LOWER("book"."title"),
                        CAST(? AS VARCHAR)) AS "low",
                        CHAR_LENGTH(REGEXP_REPLACE("book"."title", '[\\x{10000}-\\x{10FFFF}]', '_')) AS "n"
                    FROM "book"
                    WHERE "book"."id" = ?
                    """)
                .gives("ALPHA, alpha!, 5")
                .reads("book");
    }

    @Test
    void concat_takesNullForNothing() {
        expectSql(DB.objects(AUTHOR).values(AUTHOR.name.concat(AUTHOR.email).named("both")))
                .postgresql("""
                    SELECT CONCAT("author"."name", "author"."email") AS "both" FROM "author"
                    """)
                .mariadb("""
                    SELECT CONCAT_WS('', `author`.`name`, `author`.`email`) AS `both` FROM `author`
                    """)
                .sqlite("""
                    SELECT CONCAT("author"."name", "author"."email") AS "both" FROM "author"
                    """)
                .h2("""
                    SELECT CONCAT("author"."name", "author"."email") AS "both" FROM "author"
                    """)
                .gives("Annann@example.org", "Ben", "Cidcid@example.org")
                .reads("author");
    }

    @Test
    void concat_ofConcatOfConcat() {
        var inner = AUTHOR.name.concat(AUTHOR.email);
        expectSql(DB.objects(AUTHOR)
                        .values(AUTHOR.name
                                .concat(inner.concat("-"))
                                .concat(AUTHOR.name.upper())
                                .named("all")))
                .everywhere("""
                    SELECT CONCAT(CONCAT("author"."name", CONCAT(CONCAT("author"."name", "author"."email"), ?)),
                    UPPER("author"."name")) AS "all" FROM "author"
                    """)
                .mariadb("""
                    SELECT CONCAT_WS('', CONCAT_WS('', `author`.`name`, CONCAT_WS('', CONCAT_WS('', `author`.`name`,
                    `author`.`email`), ?)), UPPER(`author`.`name`)) AS `all` FROM `author`
                    """)
                .h2("""
                    SELECT CONCAT(CONCAT("author"."name", CONCAT(CONCAT("author"."name", "author"."email"), CAST(? AS
                    VARCHAR))), UPPER("author"."name")) AS "all" FROM "author"
                    """)
                .gives("AnnAnnann@example.org-ANN", "BenBen-BEN", "CidCidcid@example.org-CID")
                .reads("author");
    }

    @Test
    void orElse_isCoalesce() {
        expectSql(BOOKS.values(BOOK.publisher().name.orElse("none").named("house")))
                .postgresql("""
                    SELECT COALESCE("publisher"."name", ?) AS "house"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .mariadb("""
                    SELECT COALESCE(`publisher`.`name`, ?) AS `house`
                    FROM `book`
                    LEFT JOIN `publisher` ON `publisher`.`id` = `book`.`publisher_id`
                    """)
                .sqlite("""
                    SELECT COALESCE("publisher"."name", ?) AS "house"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .h2("""
                    SELECT COALESCE("publisher"."name", CAST(? AS VARCHAR)) AS "house"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .gives("Atlas", "none", "Brook", "Atlas")
                .reads("book", "publisher");
    }

    @Test
    void filter_onOrElse_keepsTheOuterJoin() {
        expectSql(BOOKS.filter(BOOK.publisher().name.orElse("none").eq("none")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE COALESCE("publisher"."name", ?) = ?
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    LEFT JOIN `publisher` ON `publisher`.`id` = `book`.`publisher_id`
                    WHERE COALESCE(`publisher`.`name`, ?) = ?
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE COALESCE("publisher"."name", ?) = ?
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE COALESCE("publisher"."name", CAST(? AS VARCHAR)) = ?
                    """)
                .gives("Beta")
                .reads("book", "publisher");
    }

    @Test
    void case_ofNumbers() {
        expectSql(BOOKS.values(
                        BOOK.title,
                        caseWhen(BOOK.pages.gt(250))
                                .then(2)
                                .orWhen(BOOK.publisher().country.eq("GB"))
                                .then(1)
                                .otherwise(0)
                                .named("rank")))
                .postgresql("""
                    SELECT "book"."title", CASE WHEN "book"."pages" > ? THEN ?
                        WHEN "publisher"."country" = ? THEN ? ELSE ? END AS "rank"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .mariadb("""
                    SELECT `book`.`title`, CASE WHEN `book`.`pages` > ? THEN ?
                        WHEN `publisher`.`country` = ? THEN ? ELSE ? END AS `rank`
                    FROM `book`
                    LEFT JOIN `publisher` ON `publisher`.`id` = `book`.`publisher_id`
                    """)
                .sqlite("""
                    SELECT "book"."title", CASE WHEN "book"."pages" > ? THEN ?
                        WHEN "publisher"."country" = ? THEN ? ELSE ? END AS "rank"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .h2("""
                    SELECT "book"."title", CASE WHEN "book"."pages" > ? THEN CAST(? AS INTEGER)
                        WHEN "publisher"."country" = ? THEN CAST(? AS INTEGER)
                        ELSE CAST(? AS INTEGER) END AS "rank"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .gives("Alpha, 1", "Beta, 0", "Gamma, 2", "100% Delta_, 2")
                .reads("book", "publisher");
    }

    @Test
    void case_ofColumns() {
        expectSql(BOOKS.values(caseWhen(BOOK.editor().isNotNull())
                        .then(BOOK.editor().name)
                        .otherwise(BOOK.author().name)
                        .named("who")))
                .everywhere("""
                    SELECT CASE WHEN "book"."editor_id" IS NOT NULL THEN "editor"."name"
                        ELSE "author"."name" END AS "who"
                    FROM "book"
                    LEFT JOIN "author" "editor" ON "editor"."id" = "book"."editor_id"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    """)
                .gives("Ben", "Ann", "Ann", "Ben")
                .reads("book", "author");
    }

    @Test
    void case_isOfTheKindOfItsFirstValue() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        caseWhen(BOOK.published)
                                .then(BOOK.copies)
                                .otherwise(BOOK.copies)
                                .plus(BOOK.id)
                                .named("l"),
                        caseWhen(BOOK.published)
                                .then(BOOK.title)
                                .otherwise(BOOK.author().name)
                                .lower()
                                .named("s")))
                .everywhere("""
                    SELECT "book"."id", CASE WHEN "book"."published" THEN "book"."copies"
                        ELSE "book"."copies" END + "book"."id" AS "l",
                        LOWER(CASE WHEN "book"."published" THEN "book"."title" ELSE "author"."name" END) AS "s"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    """)
                .gives("1, 11, alpha", "2, 2, ann", "3, 33, gamma", "4, 44, 100% delta_")
                .reads("book", "author");
    }

    @Test
    void case_ofFractions_isCalculatedWith() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        caseWhen(BOOK.published)
                                .then(BOOK.score)
                                .otherwise(BOOK.score)
                                .times(BOOK.pages)
                                .named("d"),
                        caseWhen(BOOK.published)
                                .then(BOOK.price)
                                .otherwise(BOOK.price)
                                .abs()
                                .named("m"),
                        caseWhen(BOOK.published)
                                .then(BOOK.pages)
                                .otherwise(BOOK.pages)
                                .plus(BOOK.pages)
                                .named("i")))
                .everywhere("""
                    SELECT "book"."id", CASE WHEN "book"."published" THEN "book"."score"
                        ELSE "book"."score" END * "book"."pages" AS "d",
                        ABS(CASE WHEN "book"."published" THEN "book"."price" ELSE "book"."price" END) AS "m",
                        CASE WHEN "book"."published" THEN "book"."pages"
                        ELSE "book"."pages" END + "book"."pages" AS "i"
                    FROM "book"
                    """)
                .reads("book");
    }

    @Test
    void case_withoutOtherwise() {
        expectSql(BOOKS.values(
                        caseWhen(BOOK.published).then("out").otherwiseNull().named("state")))
                .postgresql("""
                    SELECT CASE WHEN "book"."published" THEN ? ELSE NULL END AS "state" FROM "book"
                    """)
                .mariadb("""
                    SELECT CASE WHEN `book`.`published` THEN ? ELSE NULL END AS `state` FROM `book`
                    """)
                .sqlite("""
                    SELECT CASE WHEN "book"."published" THEN ? ELSE NULL END AS "state" FROM "book"
                    """)
                .h2("""
                    SELECT CASE WHEN "book"."published" THEN CAST(? AS VARCHAR) ELSE NULL END AS "state"
                    FROM "book"
                    """)
                .gives("out", "null", "out", "out")
                .reads("book");
    }

    @Test
    void case_inFilterAndOrder() {
        var weight = caseWhen(BOOK.published).then(BOOK.pages).otherwise(0);
        expectSql(BOOKS.filter(caseWhen(BOOK.published).then(2).otherwise(1).eq(2))
                        .orderBy(weight.desc())
                        .values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE CASE WHEN "book"."published" THEN ? ELSE ? END = ?
                    ORDER BY CASE WHEN "book"."published" THEN "book"."pages" ELSE ? END DESC
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE CASE WHEN `book`.`published` THEN ? ELSE ? END = ?
                    ORDER BY CASE WHEN `book`.`published` THEN `book`.`pages` ELSE ? END DESC
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE CASE WHEN "book"."published" THEN ? ELSE ? END = ?
                    ORDER BY CASE WHEN "book"."published" THEN "book"."pages" ELSE ? END DESC
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE CASE WHEN "book"."published" THEN CAST(? AS INTEGER) ELSE CAST(? AS INTEGER) END = ?
                    ORDER BY CASE WHEN "book"."published" THEN "book"."pages" ELSE CAST(? AS INTEGER) END DESC
                    """)
                .gives("Alpha", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void case_ofCounts() {
        var n = DB.objects(AUTHOR);
        expectSql(n.values(
                        AUTHOR.name,
                        caseWhen(AUTHOR.books().count().gt(1))
                                .then("many")
                                .otherwise("few")
                                .named("books")))
                .postgresql("""
                    SELECT "author"."name", CASE WHEN (SELECT COUNT(*) FROM "book"
                        WHERE "book"."author_id" = "author"."id") > ? THEN ? ELSE ? END AS "books"
                    FROM "author"
                    """)
                .mariadb("""
                    SELECT `author`.`name`, CASE WHEN (SELECT COUNT(*) FROM `book`
                        WHERE `book`.`author_id` = `author`.`id`) > ? THEN ? ELSE ? END AS `books`
                    FROM `author`
                    """)
                .sqlite("""
                    SELECT "author"."name", CASE WHEN (SELECT COUNT(*) FROM "book"
                        WHERE "book"."author_id" = "author"."id") > ? THEN ? ELSE ? END AS "books"
                    FROM "author"
                    """)
                .h2("""
                    SELECT "author"."name", CASE WHEN (SELECT COUNT(*) FROM "book"
                        WHERE "book"."author_id" = "author"."id") > ? THEN CAST(? AS VARCHAR)
                        ELSE CAST(? AS VARCHAR) END AS "books"
                    FROM "author"
                    """)
                .gives("Ann, many", "Ben, many", "Cid, few")
                .reads("author", "book");
    }

    @Test
    void quotient_ofDecimals_hasTheDigitsThatItNeeds() {
        expectSql(BOOKS.filter(BOOK.id.le(0)).values(field("price").dividedBy(7).named("a")))
                .postgresql("""
                    SELECT "book"."price" / ? AS "a" FROM "book" WHERE "book"."id" <= ?
                    """)
                .mariadb("""
                    SELECT CAST(`book`.`price` AS DECIMAL(65, 30)) / ? AS `a` FROM `book` WHERE `book`.`id` <= ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_DIVIDED_BY("book"."price", ?) AS "a" FROM "book" WHERE "book"."id" <= ?
                    """)
                .h2("""
                    SELECT "book"."price" / CAST(? AS INTEGER) AS "a" FROM "book" WHERE "book"."id" <= ?
                    """)
                .reads("book");
    }

    @Test
    void cast_ofATruthValue_toAWideNumber() {
        expectSql(BOOKS.filter(BOOK.id.eq(1))
                        .values(field("published").cast(Long.class).named("a")))
                .postgresql("""
                    SELECT CAST(CAST("book"."published" AS INTEGER) AS BIGINT) AS "a" FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT CAST(`book`.`published` AS SIGNED) AS `a` FROM `book` WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT CAST("book"."published" AS INTEGER) AS "a" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT CAST("book"."published" AS BIGINT) AS "a" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("1")
                .reads("book");
    }
}
