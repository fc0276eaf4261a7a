package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.now;

import org.fetchwise.domain.Format;
import org.junit.jupiter.api.Test;

/** Each kind of comparison. */
class LookupSqlTest extends SqlTest {
    @Test
    void text_contains() {
        expectSql(BOOKS.filter(BOOK.title.contains("0% D")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" LIKE ? ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`title` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE INSTR("book"."title", ?) > 0
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" LIKE ? ESCAPE '!'
                    """)
                .gives("100% Delta_")
                .reads("book");
    }

    @Test
    void text_icontains() {
        expectSql(BOOKS.filter(BOOK.title.icontains("% dELTA_")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE UPPER(`book`.`title`) LIKE UPPER(? COLLATE utf8mb4_nopad_bin) ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .gives("100% Delta_")
                .reads("book");
    }

    @Test
    void text_startsWith() {
        expectSql(BOOKS.filter(BOOK.title.startsWith("100%")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" LIKE ? ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`title` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE SUBSTR("book"."title", 1, LENGTH(?)) = ?
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" LIKE ? ESCAPE '!'
                    """)
                .gives("100% Delta_")
                .reads("book");
    }

    @Test
    void text_istartsWith() {
        expectSql(BOOKS.filter(BOOK.title.istartsWith("al")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE UPPER(`book`.`title`) LIKE UPPER(? COLLATE utf8mb4_nopad_bin) ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .gives("Alpha")
                .reads("book");
    }

    @Test
    void text_endsWith() {
        expectSql(BOOKS.filter(BOOK.title.endsWith("a_")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" LIKE ? ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`title` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE SUBSTR("book"."title", LENGTH("book"."title") - LENGTH(?) + 1) = ?
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" LIKE ? ESCAPE '!'
                    """)
                .gives("100% Delta_")
                .reads("book");
    }

    @Test
    void text_iendsWith() {
        expectSql(BOOKS.filter(BOOK.title.iendsWith("MA")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE UPPER(`book`.`title`) LIKE UPPER(? COLLATE utf8mb4_nopad_bin) ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") LIKE UPPER(?) ESCAPE '!'
                    """)
                .gives("Gamma")
                .reads("book");
    }

    @Test
    void text_iequals() {
        expectSql(BOOKS.filter(BOOK.title.iequals("gamma")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") = UPPER(?)
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book` WHERE UPPER(`book`.`title`) = UPPER(?)
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE UPPER("book"."title") = UPPER(?)
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE UPPER("book"."title") = UPPER(CAST(? AS VARCHAR))
                    """)
                .gives("Gamma")
                .reads("book");
    }

    @Test
    void text_containsAnotherColumn() {
        expectSql(BOOKS.filter(BOOK.title.contains(BOOK.isbn)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."title" LIKE '%' || REPLACE(REPLACE(REPLACE("book"."isbn", '!', '!!'), '%',
                        '!%'), '_', '!_') || '%' ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`title` LIKE BINARY CONCAT('%', REPLACE(REPLACE(REPLACE(`book`.`isbn`, '!',
                        '!!'), '%', '!%'), '_', '!_'), '%') ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE INSTR("book"."title", "book"."isbn") > 0
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."title" LIKE '%' || REPLACE(REPLACE(REPLACE("book"."isbn", '!', '!!'), '%',
                        '!%'), '_', '!_') || '%' ESCAPE '!'
                    """)
                .gives()
                .reads("book");
    }

    @Test
    void text_istartsWithAnotherColumn() {
        expectSql(BOOKS.filter(BOOK.title.istartsWith(BOOK.author().name)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE UPPER("book"."title") LIKE UPPER(REPLACE(REPLACE(REPLACE("author"."name", '!', '!!'),
                        '%', '!%'), '_', '!_') || '%') ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    JOIN `author` ON `author`.`id` = `book`.`author_id`
                    WHERE UPPER(`book`.`title`) LIKE BINARY
                        UPPER(CONCAT(REPLACE(REPLACE(REPLACE(`author`.`name`, '!', '!!'), '%', '!%'), '_',
                        '!_'), '%')) ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE UPPER("book"."title") LIKE UPPER(REPLACE(REPLACE(REPLACE("author"."name", '!', '!!'),
                        '%', '!%'), '_', '!_') || '%') ESCAPE '!'
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE UPPER("book"."title") LIKE UPPER(REPLACE(REPLACE(REPLACE("author"."name", '!', '!!'),
                        '%', '!%'), '_', '!_') || '%') ESCAPE '!'
                    """)
                .gives()
                .reads("book", "author");
    }

    @Test
    void text_matches() {
        expectSql(BOOKS.filter(BOOK.title.matches("^G.*a$")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" ~ ?
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book` WHERE `book`.`title` REGEXP CONCAT('(?-i)', ?)
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" REGEXP ?
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE REGEXP_LIKE("book"."title", CAST(? AS VARCHAR))
                    """)
                .gives("Gamma")
                .reads("book");
    }

    @Test
    void text_imatches() {
        expectSql(BOOKS.filter(BOOK.title.imatches("^g")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" ~* ?
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book` WHERE `book`.`title` REGEXP CONCAT('(?i)', ?)
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" REGEXP '(?i)' || ?
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE REGEXP_LIKE("book"."title", CAST(? AS VARCHAR), 'i')
                    """)
                .gives("Gamma")
                .reads("book");
    }

    @Test
    void between_isInclusive() {
        expectSql(BOOKS.filter(BOOK.pages.between(100, 200)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."pages" BETWEEN ? AND ?
                    """)
                .gives("Alpha", "Beta")
                .reads("book");
    }

    @Test
    void exclude_between() {
        expectSql(BOOKS.exclude(BOOK.score.between(3, 5)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT "book"."score" BETWEEN ? AND ? OR "book"."score" IS NULL
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book");
    }

    @Test
    void enum_isComparedByName() {
        expectSql(BOOKS.filter(BOOK.format.eq(Format.EBOOK)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."format" = ?
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book");
    }

    @Test
    void number_comparedWithFraction() {
        expectSql(BOOKS.filter(BOOK.pages.gt(199.5), BOOK.price.lt(10)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."pages" > ? AND "book"."price" < ?
                    """)
                .gives("100% Delta_")
                .reads("book");
    }

    @Test
    void now_isOneParameter() {
        expectSql(BOOKS.filter(BOOK.publishedAt.lt(now()), BOOK.publishedAt.isNotNull())
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."published_at" < ? AND "book"."published_at" IS NOT NULL
                    """)
                .gives("Alpha", "Gamma", "100% Delta_")
                .reads("book");
    }
}
