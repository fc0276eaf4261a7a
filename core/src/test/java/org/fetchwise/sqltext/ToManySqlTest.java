package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;

import org.fetchwise.domain.Tag;
import org.junit.jupiter.api.Test;

/** Conditions over to-many relations: one call means one row. */
class ToManySqlTest extends SqlTest {
    @Test
    void filter_oneCallOverToMany_meansOneRow() {
        expectSql(BOOKS.filter(
                                BOOK.reviews().stars.ge(5),
                                BOOK.reviews().approved.not())
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id"
                    WHERE "reviews"."stars" >= ? AND NOT "reviews"."approved"
                    """)
                .gives()
                .reads("book", "review");
    }

    @Test
    void filter_twoCallsOverToMany_meanTwoRows() {
        expectSql(BOOKS.filter(BOOK.reviews().stars.ge(5))
                        .filter(BOOK.reviews().approved.eq(false))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id"
                    JOIN "review" "reviews_2" ON "reviews_2"."book_id" = "book"."id"
                    WHERE "reviews"."stars" >= ? AND "reviews_2"."approved" = ?
                    """)
                .gives("Alpha")
                .reads("book", "review");
    }

    @Test
    void filter_overManyToMany_joinsLinkAndTarget() {
        expectSql(BOOKS.filter(BOOK.tags().name.eq("sql")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    JOIN "tag" "tags" ON "tags"."id" = "tags_link"."tag_id"
                    WHERE "tags"."name" = ?
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "book_tag", "tag");
    }

    @Test
    void filter_onKeyOfManyToMany_joinsOnlyTheLink() {
        expectSql(BOOKS.filter(BOOK.tags().id.eq(2)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    WHERE "tags_link"."tag_id" = ?
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "book_tag");
    }

    @Test
    void filter_overToManyThenToOne() {
        expectSql(BOOKS.filter(BOOK.reviews().reader().name.eq("Cid")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id"
                    JOIN "author" "reader" ON "reader"."id" = "reviews"."reader_id"
                    WHERE "reader"."name" = ?
                    """)
                .gives("Alpha")
                .reads("book", "review", "author");
    }

    @Test
    void filter_orAcrossToMany_joinsOuter() {
        expectSql(BOOKS.filter(BOOK.reviews().stars.eq(5).or(BOOK.pages.eq(200)))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id"
                    WHERE "reviews"."stars" = ? OR "book"."pages" = ?
                    """)
                .gives("Alpha", "Beta")
                .reads("book", "review");
    }

    @Test
    void filter_toManyIsNull_findsThoseWithoutRows() {
        expectSql(BOOKS.filter(BOOK.reviews().id.isNull()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id"
                    WHERE "reviews"."id" IS NULL
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book", "review");
    }

    @Test
    void any_isExists() {
        expectSql(BOOKS.filter(BOOK.reviews().any(REVIEW.approved.and(REVIEW.stars.ge(5))))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."approved" AND "review"."stars" >= ?)
                    """)
                .gives("Alpha")
                .reads("book", "review");
    }

    @Test
    void any_withoutCondition() {
        expectSql(BOOKS.filter(BOOK.tags().any()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "book_tag" "tags_link"
                        WHERE "tags_link"."book_id" = "book"."id")
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "book_tag");
    }

    @Test
    void none_isNotExists() {
        expectSql(BOOKS.filter(BOOK.reviews().none(REVIEW.stars.lt(3))).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."stars" < ?)
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book", "review");
    }

    @Test
    void all_isNotExistsOfTheContrary() {
        expectSql(BOOKS.filter(BOOK.reviews().all(REVIEW.reader().name.eq("Cid")))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT EXISTS (SELECT 1 FROM "review"
                        LEFT JOIN "author" "reader" ON "reader"."id" = "review"."reader_id"
                        WHERE "review"."book_id" = "book"."id" AND ("reader"."name" <> ?
                        OR "reader"."name" IS NULL))
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book", "review", "author");
    }

    @Test
    void any_overManyToMany_joinsTheTarget() {
        expectSql(BOOKS.filter(BOOK.tags().any(TAG.name.eq("sql"))).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "book_tag" "tags_link"
                        JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                        WHERE "tags_link"."book_id" = "book"."id" AND "tag"."name" = ?)
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "book_tag", "tag");
    }

    @Test
    void contains_ofManyToMany_readsOnlyTheLink() {
        Tag sql = new Tag();
        sql.setId(2L);
        expectSql(BOOKS.filter(BOOK.tags().contains(sql)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "book_tag" "tags_link" WHERE "tags_link"."book_id" = "book"."id"
                        AND "tags_link"."tag_id" = ?)
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "book_tag");
    }

    @Test
    void any_nested() {
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.books().any(BOOK.reviews().any(REVIEW.approved)))
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name"
                    FROM "author"
                    WHERE EXISTS (SELECT 1 FROM "book" WHERE "book"."author_id" = "author"."id"
                        AND EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."approved"))
                    """)
                .gives("Ann", "Ben")
                .reads("author", "book", "review");
    }

    @Test
    void filter_onCount_isASubquery() {
        expectSql(BOOKS.reviewed(2).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id") >= ?
                    """)
                .gives("Alpha")
                .reads("book", "review");
    }
}
