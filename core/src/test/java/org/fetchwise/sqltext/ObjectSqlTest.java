package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;
import static org.fetchwise.expr.Functions.prefetch;

import org.junit.jupiter.api.Test;

/** Objects: their columns, and what is joined to them. */
class ObjectSqlTest extends SqlTest {
    @Test
    void objects_nameTheirColumns_andLeaveLazyOnesOut() {
        expectSql(BOOKS).everywhere("""
            SELECT "book"."id", "book"."isbn", "book"."title", "book"."pages", "book"."copies",
                "book"."price", "book"."score", "book"."format", "book"."published",
                "book"."published_at", "book"."author_id", "book"."editor_id", "book"."publisher_id"
            FROM "book"
            """).reads("book");
    }

    @Test
    void objects_filtered() {
        expectSql(DB.objects(AUTHOR).filter(AUTHOR.active).orderBy(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."id", "author"."name", "author"."email", "author"."born", "author"."active",
                        "author"."mentor_id"
                    FROM "author"
                    WHERE "author"."active"
                    ORDER BY "author"."name"
                    """)
                .reads("author");
    }

    @Test
    void selectRelated_required_joinsInner() {
        expectSql(DB.objects(REVIEW).selectRelated(REVIEW.book()).only(REVIEW.stars, REVIEW.book().title))
                .everywhere("""
                    SELECT "review"."id", "review"."stars", "book"."id", "book"."title"
                    FROM "review"
                    JOIN "book" ON "book"."id" = "review"."book_id"
                    """)
                .reads("review", "book");
    }

    @Test
    void selectRelated_nullable_joinsOuter() {
        expectSql(BOOKS.only(BOOK.title, BOOK.publisher().name).selectRelated(BOOK.publisher()))
                .everywhere("""
                    SELECT "book"."id", "book"."title", "publisher"."id", "publisher"."name"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    """)
                .reads("book", "publisher");
    }

    @Test
    void selectRelated_severalSteps() {
        expectSql(DB.objects(REVIEW)
                        .only(REVIEW.stars, REVIEW.book().title, REVIEW.book().author().name)
                        .selectRelated(REVIEW.book().author()))
                .everywhere("""
                    SELECT "review"."id", "review"."stars", "book"."id", "book"."title", "author"."id",
                        "author"."name"
                    FROM "review"
                    JOIN "book" ON "book"."id" = "review"."book_id"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    """)
                .reads("review", "book", "author");
    }

    @Test
    void selectRelated_twiceTheSameTable() {
        expectSql(BOOKS.only(BOOK.title, BOOK.author().name, BOOK.editor().name)
                        .selectRelated(BOOK.author(), BOOK.editor()))
                .everywhere("""
                    SELECT "book"."id", "book"."title", "author"."id", "author"."name", "editor"."id",
                        "editor"."name"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    LEFT JOIN "author" "editor" ON "editor"."id" = "book"."editor_id"
                    """)
                .reads("book", "author");
    }

    @Test
    void selectRelated_reverseOneToOne() {
        expectSql(DB.objects(AUTHOR).only(AUTHOR.name, AUTHOR.profile().bio).selectRelated(AUTHOR.profile()))
                .everywhere("""
                    SELECT "author"."id", "author"."name", "profile"."id", "profile"."bio"
                    FROM "author"
                    LEFT JOIN "profile" ON "profile"."author_id" = "author"."id"
                    """)
                .reads("author", "profile");
    }

    @Test
    void selectRelated_sharesTheJoinOfAFilter() {
        expectSql(BOOKS.filter(BOOK.publisher().country.eq("GB"))
                        .selectRelated(BOOK.publisher())
                        .only(BOOK.title, BOOK.publisher().name))
                .everywhere("""
                    SELECT "book"."id", "book"."title", "publisher"."id", "publisher"."name"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."country" = ?
                    """)
                .reads("book", "publisher");
    }

    @Test
    void selectRelated_wholeObjects() {
        expectSql(DB.objects(AUTHOR).selectRelated(AUTHOR.mentor()))
                .everywhere("""
                    SELECT "author"."id", "author"."name", "author"."email", "author"."born", "author"."active",
                        "mentor"."id", "mentor"."name", "mentor"."email", "mentor"."born", "mentor"."active",
                        "mentor"."mentor_id"
                    FROM "author"
                    LEFT JOIN "author" "mentor" ON "mentor"."id" = "author"."mentor_id"
                    """)
                .reads("author");
    }

    @Test
    void only_ofARelatedColumn_readsTheForeignKey() {
        expectSql(DB.objects(AUTHOR).only(AUTHOR.name, AUTHOR.mentor().name))
                .everywhere("""
                    SELECT "author"."id", "author"."name", "author"."mentor_id" FROM "author"
                    """)
                .reads("author");
    }

    @Test
    void clearDefer_readsEverything_alsoAfterOnly() {
        expectSql(DB.objects(AUTHOR).only(AUTHOR.name).clearDefer())
                .everywhere("""
                    SELECT "author"."id", "author"."name", "author"."email", "author"."born", "author"."active",
                        "author"."mentor_id"
                    FROM "author"
                    """)
                .reads("author");
    }

    @Test
    void only_ofWhatWasDeferred_readsEverything() {
        expectSql(DB.objects(AUTHOR).defer(AUTHOR.name, AUTHOR.email).only(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."id", "author"."name", "author"."email", "author"."born", "author"."active",
                        "author"."mentor_id"
                    FROM "author"
                    """)
                .reads("author");
    }

    @Test
    void only_keepsTheKey() {
        expectSql(BOOKS.only(BOOK.title)).everywhere("""
            SELECT "book"."id", "book"."title" FROM "book"
            """).reads("book");
    }

    @Test
    void only_ofLazyColumn() {
        expectSql(BOOKS.only(BOOK.title, BOOK.summary)).everywhere("""
            SELECT "book"."id", "book"."title", "book"."summary" FROM "book"
            """).reads("book");
    }

    @Test
    void defer_leavesColumnsOut() {
        expectSql(DB.objects(AUTHOR).defer(AUTHOR.email, AUTHOR.born))
                .everywhere("""
                    SELECT "author"."id", "author"."name", "author"."active", "author"."mentor_id"
                    FROM "author"
                    """)
                .reads("author");
    }

    @Test
    void defer_ofARelatedObject() {
        expectSql(DB.objects(AUTHOR)
                        .selectRelated(AUTHOR.mentor())
                        .only(AUTHOR.name, AUTHOR.mentor().name, AUTHOR.mentor().email)
                        .defer(AUTHOR.mentor().email))
                .everywhere("""
                    SELECT "author"."id", "author"."name", "mentor"."id", "mentor"."name"
                    FROM "author"
                    LEFT JOIN "author" "mentor" ON "mentor"."id" = "author"."mentor_id"
                    """)
                .reads("author");
    }

    @Test
    void prefetch_readsItsTablesToo() {
        expectSql(DB.objects(TAG).prefetchRelated(TAG.books().reviews()))
                .everywhere("""
                    SELECT "tag"."id", "tag"."name" FROM "tag"
                    """)
                .reads("tag", "book_tag", "book", "review");
    }

    @Test
    void prefetch_withQueryset_readsItsTablesToo() {
        expectSql(DB.objects(AUTHOR)
                        .only(AUTHOR.name)
                        .prefetchRelated(prefetch(
                                AUTHOR.books(), BOOKS.filter(BOOK.tags().name.eq("sql")))))
                .everywhere("""
                    SELECT "author"."id", "author"."name" FROM "author"
                    """)
                .reads("author", "book", "book_tag", "tag");
    }
}
