package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions on columns and over to-one relations. */
class FilterSqlTest extends SqlTest {
    @Test
    void filter_onColumns_joinsNothing() {
        expectSql(BOOKS.filter(BOOK.published, BOOK.pages.gt(150)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."published" AND "book"."pages" > ?
                    """)
                .gives("Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void filter_onForeignKey_needsNoJoin() {
        expectSql(BOOKS.filter(BOOK.author().id.eq(2), BOOK.publisher().isNull())
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."author_id" = ? AND "book"."publisher_id" IS NULL
                    """)
                .gives()
                .reads("book");
    }

    @Test
    void filter_overRequiredToOne_joinsInner() {
        expectSql(BOOKS.filter(BOOK.author().name.eq("Ann")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE "author"."name" = ?
                    """)
                .gives("Alpha", "Beta")
                .reads("book", "author");
    }

    @Test
    void filter_overNullableToOne_joinsInner_becauseTheConditionNeedsTheRow() {
        expectSql(BOOKS.filter(BOOK.publisher().name.eq("Atlas")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."name" = ?
                    """)
                .gives("Alpha", "100% Delta_")
                .reads("book", "publisher");
    }

    @Test
    void filter_overTwoToOnes_joinsBothInner() {
        expectSql(BOOKS.filter(BOOK.editor().mentor().name.startsWith("A")).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" "editor" ON "editor"."id" = "book"."editor_id"
                    JOIN "author" "mentor" ON "mentor"."id" = "editor"."mentor_id"
                    WHERE "mentor"."name" LIKE ? ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    JOIN `author` `editor` ON `editor`.`id` = `book`.`editor_id`
                    JOIN `author` `mentor` ON `mentor`.`id` = `editor`.`mentor_id`
                    WHERE `mentor`.`name` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" "editor" ON "editor"."id" = "book"."editor_id"
                    JOIN "author" "mentor" ON "mentor"."id" = "editor"."mentor_id"
                    WHERE SUBSTR("mentor"."name", 1, LENGTH(?)) = ?
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" "editor" ON "editor"."id" = "book"."editor_id"
                    JOIN "author" "mentor" ON "mentor"."id" = "editor"."mentor_id"
                    WHERE "mentor"."name" LIKE ? ESCAPE '!'
                    """)
                .gives("Alpha")
                .reads("book", "author");
    }

    @Test
    void filter_isNullOverToOne_joinsOuter() {
        expectSql(BOOKS.filter(BOOK.publisher().country.isNull()).values(BOOK.title))
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
    void filter_isNotNullOverToOne_joinsInner() {
        expectSql(BOOKS.filter(BOOK.publisher().country.isNotNull()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."country" IS NOT NULL
                    """)
                .gives("Alpha", "100% Delta_")
                .reads("book", "publisher");
    }

    @Test
    void filter_orAcrossToOne_joinsOuter() {
        expectSql(BOOKS.filter(BOOK.publisher().name.eq("Atlas").or(BOOK.pages.lt(250)))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."name" = ? OR "book"."pages" < ?
                    """)
                .gives("Alpha", "Beta", "100% Delta_")
                .reads("book", "publisher");
    }

    @Test
    void filter_orOfOneToOne_joinsInner() {
        expectSql(BOOKS.filter(BOOK.publisher()
                                .name
                                .eq("Atlas")
                                .or(BOOK.publisher().country.eq("GB")))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."name" = ? OR "publisher"."country" = ?
                    """)
                .gives("Alpha", "100% Delta_")
                .reads("book", "publisher");
    }

    @Test
    void filter_orThenAndOfOneToOne_joinsInner() {
        expectSql(BOOKS.filter(
                                BOOK.publisher().name.eq("Atlas").or(BOOK.pages.lt(250)),
                                BOOK.publisher().country.eq("GB"))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE ("publisher"."name" = ? OR "book"."pages" < ?) AND "publisher"."country" = ?
                    """)
                .gives("Alpha", "100% Delta_")
                .reads("book", "publisher");
    }

    @Test
    void filter_twoCallsOverOneToOne_joinOnce() {
        expectSql(BOOKS.filter(BOOK.publisher().name.eq("Atlas"))
                        .filter(BOOK.publisher().country.eq("GB"))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."name" = ? AND "publisher"."country" = ?
                    """)
                .gives("Alpha", "100% Delta_")
                .reads("book", "publisher");
    }

    @Test
    void filter_overReverseOneToOne_joinsInner() {
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.profile().bio.contains("Wri"))
                        .values(AUTHOR.name))
                .postgresql("""
                    SELECT "author"."name"
                    FROM "author"
                    JOIN "profile" ON "profile"."author_id" = "author"."id"
                    WHERE "profile"."bio" LIKE ? ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `author`.`name`
                    FROM `author`
                    JOIN `profile` ON `profile`.`author_id` = `author`.`id`
                    WHERE `profile`.`bio` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "author"."name"
                    FROM "author"
                    JOIN "profile" ON "profile"."author_id" = "author"."id"
                    WHERE INSTR("profile"."bio", ?) > 0
                    """)
                .h2("""
                    SELECT "author"."name"
                    FROM "author"
                    JOIN "profile" ON "profile"."author_id" = "author"."id"
                    WHERE "profile"."bio" LIKE ? ESCAPE '!'
                    """)
                .gives("Ann")
                .reads("author", "profile");
    }

    @Test
    void filter_reverseOneToOneIsNull_joinsOuter() {
        expectSql(DB.objects(AUTHOR).filter(AUTHOR.profile().isNull()).values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name"
                    FROM "author"
                    LEFT JOIN "profile" ON "profile"."author_id" = "author"."id"
                    WHERE "profile"."id" IS NULL
                    """)
                .gives("Ben", "Cid")
                .reads("author", "profile");
    }

    @Test
    void filter_onCalculation_joinsInner() {
        expectSql(BOOKS.filter(BOOK.author().name.length().gt(2)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE CHAR_LENGTH("author"."name") > ?
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    JOIN `author` ON `author`.`id` = `book`.`author_id`
                    WHERE CHAR_LENGTH(`author`.`name`) > ?
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE LENGTH("author"."name") > ?
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE CHAR_LENGTH(REGEXP_REPLACE("author"."name", '[\\x{10000}-\\x{10FFFF}]', '_')) > ?
                    """)
                .gives("Alpha", "Beta", "Gamma", "100% Delta_")
                .reads("book", "author");
    }

    @Test
    void filter_comparingTwoColumns() {
        expectSql(BOOKS.filter(BOOK.copies.lt(BOOK.pages)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."copies" < "book"."pages"
                    """)
                .gives("Alpha", "Beta", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void filter_comparingTwoRelations_needsNoJoin() {
        expectSql(BOOKS.filter(BOOK.author().eq(BOOK.editor())).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."author_id" = "book"."editor_id"
                    """)
                .gives()
                .reads("book");
    }

    @Test
    void filter_conditionOfNothing_isNoCondition() {
        expectSql(BOOKS.filter(BOOK.id.isIn(List.<Long>of()).not()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book"
                    """)
                .gives("Alpha", "Beta", "Gamma", "100% Delta_")
                .reads("book");
    }
}
