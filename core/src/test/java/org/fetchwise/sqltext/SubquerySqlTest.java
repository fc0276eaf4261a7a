package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QPublisher.PUBLISHER;

import java.util.List;
import org.fetchwise.domain.Format;
import org.junit.jupiter.api.Test;

/** Values among lists and among the rows of other queries. */
class SubquerySqlTest extends SqlTest {
    @Test
    void in_list_isOneParameter() {
        expectSql(BOOKS.filter(BOOK.id.isIn(1, 3)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."id" = ANY(?)
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE "book"."id" IN (SELECT value FROM json_each(?))
                    """)
                .h2("""
                    SELECT "book"."title" FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    JOIN "book" ON "book"."id" = "list0"."v"
                    """)
                .gives("Alpha", "Gamma")
                .reads("book");
    }

    @Test
    void in_listOfTexts() {
        expectSql(BOOKS.filter(BOOK.title.isIn("Alpha", "Beta")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" = ANY(?)
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`title` IN (SELECT JSON_UNQUOTE(`value`) FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` JSON PATH '$')) AS `list`)
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."title" IN (SELECT value FROM json_each(?))
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE "book"."title" = ANY(CAST(? AS VARCHAR ARRAY))
                    """)
                .gives("Alpha", "Beta")
                .reads("book");
    }

    @Test
    void in_listOfEnums() {
        expectSql(BOOKS.filter(BOOK.format.isIn(Format.EBOOK, Format.PAPERBACK)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE "book"."format" = ANY(?)
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`format` IN (SELECT JSON_UNQUOTE(`value`) FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` JSON PATH '$')) AS `list`)
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."format" IN (SELECT value FROM json_each(?))
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE "book"."format" = ANY(CAST(? AS VARCHAR ARRAY))
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void notIn_listOnNullable_keepsNull() {
        expectSql(BOOKS.filter(BOOK.score.notIn(List.of(3.0, 4.5))).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT "book"."score" = ANY(?) OR "book"."score" IS NULL
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE NOT `book`.`score` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` DOUBLE PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`) OR `book`.`score` IS NULL
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT "book"."score" IN (SELECT value FROM json_each(?)) OR "book"."score" IS NULL
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT "book"."score" = ANY(CAST(? AS DOUBLE PRECISION ARRAY)) OR "book"."score" IS NULL
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book");
    }

    @Test
    void in_subquery_ofObjects() {
        expectSql(BOOKS.filter(BOOK.author().isIn(DB.objects(AUTHOR).filter(AUTHOR.active)))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."author_id" IN (SELECT "author"."id" FROM "author" WHERE "author"."active")
                    """)
                .gives("Alpha", "Beta", "Gamma", "100% Delta_")
                .reads("book", "author");
    }

    @Test
    void notIn_subquery_leavesNullOut() {
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.id.notIn(BOOKS.values(BOOK.editor().id)))
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name"
                    FROM "author"
                    WHERE NOT "author"."id" IN (SELECT "book"."editor_id" FROM "book"
                        WHERE "book"."editor_id" IS NOT NULL)
                    """)
                .gives("Cid")
                .reads("author", "book");
    }

    @Test
    void in_slicedSubquery() {
        expectSql(BOOKS.filter(BOOK.author()
                                .isIn(DB.objects(AUTHOR).orderBy(AUTHOR.name).limit(1)))
                        .values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."author_id" IN (SELECT "author"."id" FROM "author"
                        ORDER BY "author"."name" LIMIT 1)
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`author_id` IN (SELECT * FROM (SELECT `author`.`id` FROM `author`
                        ORDER BY `author`.`name` LIMIT 1) AS `slice`)
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."author_id" IN (SELECT "author"."id" FROM "author"
                        ORDER BY "author"."name" LIMIT 1)
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."author_id" IN (SELECT "author"."id" FROM "author"
                        ORDER BY "author"."name" LIMIT 1)
                    """)
                .gives("Alpha", "Beta")
                .reads("book", "author");
    }

    @Test
    void in_slicedSubqueryOfNullableValues() {
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.id.isIn(BOOKS.orderBy(BOOK.id).limit(2).values(BOOK.editor().id)))
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name"
                    FROM "author"
                    WHERE "author"."id" IN (SELECT "part"."v" FROM (SELECT "book"."editor_id" AS "v" FROM "book"
                        ORDER BY "book"."id" LIMIT 2) "part" WHERE "part"."v" IS NOT NULL)
                    """)
                .gives("Ben")
                .reads("author", "book");
    }

    @Test
    void in_subqueryIgnoresOrder() {
        expectSql(BOOKS.filter(BOOK.publisher().isIn(DB.objects(PUBLISHER))).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."publisher_id" IN (SELECT "publisher"."id" FROM "publisher")
                    """)
                .gives("Alpha", "Gamma", "100% Delta_")
                .reads("book", "publisher");
    }
}
