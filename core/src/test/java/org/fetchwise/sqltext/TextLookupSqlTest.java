package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.lookup;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions given as text. */
class TextLookupSqlTest extends SqlTest {
    @Test
    void lookup_walksRelations() {
        expectSql(BOOKS.filter(lookup("author__name__icontains", "an")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE UPPER("author"."name") LIKE UPPER(?) ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    JOIN `author` ON `author`.`id` = `book`.`author_id`
                    WHERE UPPER(`author`.`name`) LIKE UPPER(? COLLATE utf8mb4_nopad_bin) ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE UPPER("author"."name") LIKE UPPER(?) ESCAPE '!'
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE UPPER("author"."name") LIKE UPPER(?) ESCAPE '!'
                    """)
                .gives("Alpha", "Beta")
                .reads("book", "author");
    }

    @Test
    void lookup_ofForeignKey() {
        expectSql(BOOKS.filter(lookup("publisher_id", 1L)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."publisher_id" = ?
                    """)
                .gives("Alpha", "100% Delta_")
                .reads("book");
    }

    @Test
    void lookup_exactNull_isIsNull() {
        expectSql(BOOKS.filter(lookup("publisher", null)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."publisher_id" IS NULL
                    """)
                .gives("Beta")
                .reads("book");
    }

    @Test
    void lookup_in() {
        expectSql(BOOKS.filter(lookup("tags__name__in", List.of("java", "orm"))).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    JOIN "tag" "tags" ON "tags"."id" = "tags_link"."tag_id"
                    WHERE "tags"."name" = ANY(?)
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    JOIN `book_tag` `tags_link` ON `tags_link`.`book_id` = `book`.`id`
                    JOIN `tag` `tags` ON `tags`.`id` = `tags_link`.`tag_id`
                    WHERE `tags`.`name` IN (SELECT JSON_UNQUOTE(`value`) FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` JSON PATH '$')) AS `list`)
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    JOIN "tag" "tags" ON "tags"."id" = "tags_link"."tag_id"
                    WHERE "tags"."name" IN (SELECT value FROM json_each(?))
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    JOIN "tag" "tags" ON "tags"."id" = "tags_link"."tag_id"
                    WHERE "tags"."name" = ANY(CAST(? AS VARCHAR ARRAY))
                    """)
                .gives("Alpha")
                .reads("book", "book_tag", "tag");
    }

    @Test
    void lookup_range() {
        expectSql(BOOKS.filter(lookup("pages__range", List.of(100, 200))).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."pages" BETWEEN ? AND ?
                    """)
                .gives("Alpha", "Beta")
                .reads("book");
    }

    @Test
    void lookup_isnull() {
        expectSql(BOOKS.filter(lookup("publisher__country__isnull", true)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."country" IS NULL
                    """)
                .gives("Beta", "Gamma")
                .reads("book", "publisher");
    }

    @Test
    void lookup_ofAnnotation() {
        expectSql(BOOKS.annotate(BOOK.reviews().count().named("reviews_count"))
                        .filter(lookup("reviews_count__gte", 2))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id") >= ?
                    """)
                .gives("Alpha")
                .reads("book", "review");
    }

    @Test
    void lookup_snakeCase() {
        expectSql(BOOKS.filter(lookup("published_at__isnull", true)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."published_at" IS NULL
                    """)
                .gives("Beta")
                .reads("book");
    }

    @Test
    void lookup_regexOfAJoinedColumn_isExcludedAsAnyOther() {
        expectSql(BOOKS.exclude(lookup("title__regex", field("publisher__name")))
                        .values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE NOT "book"."title" ~ "publisher"."name"
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    LEFT JOIN `publisher` ON `publisher`.`id` = `book`.`publisher_id`
                    WHERE NOT `book`.`title` REGEXP CONCAT('(?-i)', `publisher`.`name`)
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE NOT "book"."title" REGEXP "publisher"."name"
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE NOT REGEXP_LIKE("book"."title", "publisher"."name")
                    """)
                .gives("Alpha", "Gamma", "100% Delta_")
                .reads("book", "publisher");
    }
}
