package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;

import org.junit.jupiter.api.Test;

/** Values of rows. */
class ValueSqlTest extends SqlTest {
    @Test
    void values_ofOwnColumns() {
        expectSql(BOOKS.filter(BOOK.published).values(BOOK.id, BOOK.format))
                .everywhere("""
                    SELECT "book"."id", "book"."format" FROM "book" WHERE "book"."published"
                    """)
                .reads("book");
    }

    @Test
    void values_overNullableToOne_joinOuter() {
        expectSql(BOOKS.values(BOOK.title, BOOK.publisher().name))
                .everywhere("""
                    SELECT "book"."title", "publisher"."name"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .gives("Alpha, Atlas", "Beta, null", "Gamma, Brook", "100% Delta_, Atlas")
                .reads("book", "publisher");
    }

    @Test
    void values_ofForeignKey_joinNothing() {
        expectSql(BOOKS.values(BOOK.author().id, BOOK.publisher().id))
                .everywhere("""
                    SELECT "book"."author_id", "book"."publisher_id" FROM "book"
                    """)
                .reads("book");
    }

    @Test
    void values_ofTwoPathsToOneTable() {
        expectSql(BOOKS.values(
                        BOOK.author().name, BOOK.editor().name, BOOK.author().mentor().name))
                .everywhere("""
                    SELECT "author"."name", "editor"."name", "mentor"."name"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    LEFT JOIN "author" "editor" ON "editor"."id" = "book"."editor_id"
                    LEFT JOIN "author" "mentor" ON "mentor"."id" = "author"."mentor_id"
                    """)
                .gives("Ann, Ben, null", "Ann, null, null", "Ben, Ann, Ann", "Ben, null, Ann")
                .reads("book", "author");
    }

    @Test
    void values_ofReverseOneToOne() {
        expectSql(DB.objects(AUTHOR).values(AUTHOR.name, AUTHOR.profile().bio))
                .everywhere("""
                    SELECT "author"."name", "profile"."bio"
                    FROM "author"
                    LEFT JOIN "profile" ON "profile"."author_id" = "author"."id"
                    """)
                .gives("Ann, Writes.", "Ben, null", "Cid, null")
                .reads("author", "profile");
    }

    @Test
    void condition_asValue() {
        expectSql(BOOKS.values(BOOK.title, BOOK.pages.gt(150).named("thick")))
                .everywhere("""
                    SELECT "book"."title", "book"."pages" > ? AS "thick" FROM "book"
                    """)
                .gives("Alpha, false", "Beta, true", "Gamma, true", "100% Delta_, true")
                .reads("book");
    }

    @Test
    void any_asValue() {
        expectSql(BOOKS.values(BOOK.title, BOOK.reviews().any().named("reviewed")))
                .everywhere("""
                    SELECT "book"."title", EXISTS (SELECT 1 FROM "review"
                        WHERE "review"."book_id" = "book"."id") AS "reviewed"
                    FROM "book"
                    """)
                .gives("Alpha, true", "Beta, false", "Gamma, true", "100% Delta_, false")
                .reads("book", "review");
    }
}
