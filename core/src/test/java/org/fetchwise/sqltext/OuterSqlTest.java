package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.expr.Functions.outer;

import org.junit.jupiter.api.Test;

/** Subqueries that speak of the row around them. */
class OuterSqlTest extends SqlTest {
    @Test
    void exists_ofOuterRow() {
        expectSql(DB.objects(AUTHOR)
                        .filter(BOOKS.filter(BOOK.author().eq(outer(AUTHOR)), BOOK.published)
                                .asExists())
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author" WHERE EXISTS (SELECT 1 FROM "book" WHERE "book"."author_id" =
                    "author"."id" AND "book"."published")
                    """)
                .gives("Ann", "Ben")
                .reads("author", "book");
    }

    @Test
    void scalar_ofLatest() {
        expectSql(DB.objects(AUTHOR)
                        .values(
                                AUTHOR.name,
                                BOOKS.filter(BOOK.author().eq(outer(AUTHOR)))
                                        .orderBy(BOOK.id.desc())
                                        .values(BOOK.title)
                                        .limit(1)
                                        .asSubquery()
                                        .named("latest")))
                .everywhere("""
                    SELECT "author"."name", (SELECT "book"."title" FROM "book" WHERE "book"."author_id" = "author"."id"
                    ORDER BY "book"."id" DESC LIMIT 1) AS "latest" FROM "author"
                    """)
                .gives("Ann, Beta", "Ben, 100% Delta_", "Cid, null")
                .reads("author", "book");
    }

    @Test
    void scalar_ofGroup() {
        expectSql(DB.objects(AUTHOR)
                        .orderBy(BOOKS.filter(BOOK.author().eq(outer(AUTHOR)))
                                .groupBy(BOOK.author())
                                .values(BOOK.count())
                                .asSubquery()
                                .desc())
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author" ORDER BY (SELECT COUNT(*) FROM "book" WHERE "book"."author_id"
                    = "author"."id" GROUP BY "book"."author_id" LIMIT 1) DESC
                    """)
                .gives("Ann", "Ben", "Cid")
                .reads("author", "book");
    }

    @Test
    void exists_nested() {
        expectSql(DB.objects(AUTHOR)
                        .filter(BOOKS.filter(
                                        BOOK.author().eq(outer(AUTHOR)),
                                        DB.objects(REVIEW)
                                                .filter(
                                                        REVIEW.book().eq(outer(BOOK)),
                                                        REVIEW.reader().eq(outer(AUTHOR)))
                                                .asExists())
                                .asExists())
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author" WHERE EXISTS (SELECT 1 FROM "book" WHERE "book"."author_id" =
                    "author"."id" AND EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id" AND
                    "review"."reader_id" = "author"."id"))
                    """)
                .gives()
                .reads("author", "book", "review");
    }

    @Test
    void exists_ofTheSameEntity() {
        expectSql(BOOKS.filter(BOOKS.filter(
                                        BOOK.pages.gt(outer(BOOK.pages)),
                                        BOOK.author().id.eq(outer(BOOK.author().id)))
                                .asExists())
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book" WHERE EXISTS (SELECT 1 FROM "book" "book_2" WHERE "book_2"."pages" >
                    "book"."pages" AND "book_2"."author_id" = "book"."author_id")
                    """)
                .gives("1", "3")
                .reads("book");
    }

    @Test
    void in_sliceForEachRow() {
        expectSql(BOOKS.filter(BOOK.id.isIn(BOOKS.filter(BOOK.author().id.eq(outer(BOOK.author().id)))
                                .orderBy(BOOK.pages.desc())
                                .values(BOOK.id)
                                .limit(1)))
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book" WHERE "book"."id" IN (SELECT "part"."c1" FROM (SELECT "book_2"."id"
                    AS "c1", "book_2"."author_id" AS "c2", ROW_NUMBER() OVER (PARTITION BY "book_2"."author_id" ORDER BY
                    "book_2"."pages" DESC) AS "c3" FROM "book" "book_2") "part" WHERE "part"."c1" IS NOT NULL AND
                    "part"."c2" = "book"."author_id" AND "part"."c3" <= 1)
                    """)
                .gives("2", "4")
                .reads("book");
    }
}
