package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.not;

import org.junit.jupiter.api.Test;

/** Negation: what is unknown stays in, and over to-many relations it asks whether any row is there. */
class ExcludeSqlTest extends SqlTest {
    @Test
    void exclude_onNotNullColumn_isNot() {
        expectSql(BOOKS.exclude(BOOK.pages.gt(150)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."pages" <= ?
                    """)
                .gives("Alpha")
                .reads("book");
    }

    @Test
    void exclude_onNullableColumn_keepsNull() {
        expectSql(BOOKS.exclude(BOOK.score.gt(3)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."score" <= ? OR "book"."score" IS NULL
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void exclude_overNullableToOne_keepsThoseWithout() {
        expectSql(BOOKS.exclude(BOOK.publisher().name.eq("Atlas")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."name" <> ? OR "publisher"."name" IS NULL
                    """)
                .gives("Beta", "Gamma")
                .reads("book", "publisher");
    }

    @Test
    void exclude_overRequiredToOne_joinsInner() {
        expectSql(BOOKS.exclude(BOOK.author().name.eq("Ann")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "author" ON "author"."id" = "book"."author_id"
                    WHERE "author"."name" <> ?
                    """)
                .gives("Gamma", "100% Delta_")
                .reads("book", "author");
    }

    @Test
    void exclude_onForeignKey_keepsNull() {
        expectSql(BOOKS.exclude(BOOK.publisher().id.eq(1)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."publisher_id" <> ? OR "book"."publisher_id" IS NULL
                    """)
                .gives("Beta", "Gamma")
                .reads("book");
    }

    @Test
    void exclude_overToMany_usesNotExists() {
        expectSql(BOOKS.exclude(BOOK.reviews().stars.eq(2)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."stars" = ?)
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book", "review");
    }

    @Test
    void exclude_twoConditionsOverToMany_areTwoRows() {
        expectSql(BOOKS.exclude(BOOK.reviews().stars.eq(2), BOOK.reviews().approved)
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT (EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."stars" = ?) AND EXISTS (SELECT 1 FROM "review" "review_2"
                        WHERE "review_2"."book_id" = "book"."id" AND "review_2"."approved"))
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book", "review");
    }

    @Test
    void exclude_any_isNotExists() {
        expectSql(BOOKS.exclude(BOOK.reviews().any(REVIEW.stars.eq(2).and(REVIEW.approved)))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."stars" = ? AND "review"."approved")
                    """)
                .gives("Alpha", "Beta", "100% Delta_")
                .reads("book", "review");
    }

    @Test
    void exclude_overToManyThenNullableToOne() {
        expectSql(BOOKS.exclude(BOOK.reviews().reader().name.eq("Cid")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT EXISTS (SELECT 1 FROM "review"
                        JOIN "author" "reader" ON "reader"."id" = "review"."reader_id"
                        WHERE "review"."book_id" = "book"."id" AND "reader"."name" = ?)
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book", "review", "author");
    }

    @Test
    void exclude_overManyToMany() {
        expectSql(BOOKS.exclude(BOOK.tags().name.eq("java")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT EXISTS (SELECT 1 FROM "book_tag" "tags_link"
                        JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                        WHERE "tags_link"."book_id" = "book"."id" AND "tag"."name" = ?)
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book", "book_tag", "tag");
    }

    @Test
    void exclude_isNull_isIsNotNull() {
        expectSql(BOOKS.exclude(BOOK.score.isNull()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."score" IS NOT NULL
                    """)
                .gives("Alpha", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void exclude_toManyIsNull_keepsThoseWithRows() {
        expectSql(BOOKS.exclude(BOOK.reviews().id.isNull()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id")
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "review");
    }

    @Test
    void exclude_none() {
        expectSql(BOOKS.exclude(BOOK.reviews().none(REVIEW.approved)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "review" WHERE "review"."book_id" = "book"."id"
                        AND "review"."approved")
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "review");
    }

    @Test
    void exclude_two_isNotBoth() {
        expectSql(BOOKS.exclude(BOOK.published, BOOK.score.gt(3)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE NOT "book"."published" OR "book"."score" <= ? OR "book"."score" IS NULL
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void not_ofBoolean() {
        expectSql(BOOKS.filter(BOOK.published.not()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE NOT "book"."published"
                    """)
                .gives("Beta")
                .reads("book");
    }

    @Test
    void not_not_isNothing() {
        expectSql(BOOKS.exclude(not(BOOK.score.gt(3))).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."score" > ?
                    """)
                .gives("Alpha")
                .reads("book");
    }

    @Test
    void ne_onNullable() {
        expectSql(BOOKS.filter(BOOK.score.ne(3)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."score" <> ?
                    """)
                .gives("Alpha", "100% Delta_")
                .reads("book");
    }

    @Test
    void exclude_or() {
        expectSql(BOOKS.exclude(BOOK.score.gt(3).or(BOOK.publisher().country.isNull()))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE ("book"."score" <= ? OR "book"."score" IS NULL) AND "publisher"."country" IS NOT NULL
                    """)
                .gives("100% Delta_")
                .reads("book", "publisher");
    }

    @Test
    void exclude_comparisonOfTwoNullables() {
        expectSql(BOOKS.exclude(BOOK.editor().eq(BOOK.author())).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."editor_id" <> "book"."author_id" OR "book"."editor_id" IS NULL
                    """)
                .gives("Alpha", "Beta", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void exclude_onWhatStandsForNull_keepsNoNull() {
        expectSql(BOOKS.exclude(BOOK.score.orElse(5).gt(3)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" WHERE COALESCE("book"."score", ?) <= ?
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book` WHERE COALESCE(`book`.`score`, CAST(? AS DOUBLE)) <= ?
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" WHERE COALESCE("book"."score", ?) <= ?
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE COALESCE("book"."score", CAST(? AS DOUBLE PRECISION)) <= ?
                    """)
                .gives("Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void exclude_onCaseWithoutOtherwise_keepsNull() {
        expectSql(BOOKS.exclude(caseWhen(BOOK.pages.gt(250))
                                .then(BOOK.pages)
                                .otherwiseNull()
                                .gt(350))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE CASE WHEN "book"."pages" > ? THEN "book"."pages" ELSE NULL END <= ? OR CASE
                        WHEN "book"."pages" > ? THEN "book"."pages" ELSE NULL END IS NULL
                    """)
                .gives("Alpha", "Beta", "Gamma")
                .reads("book");
    }

    @Test
    void exclude_inTheCallOfAJoin_isAboutItsRow() {
        expectSql(BOOKS.filter(
                                BOOK.reviews().stars.gt(1),
                                BOOK.reviews().reader().name.eq("Cid").not())
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id"
                    LEFT JOIN "author" "reader" ON "reader"."id" = "reviews"."reader_id"
                    WHERE "reviews"."stars" > ? AND ("reader"."name" <> ? OR "reader"."name" IS NULL)
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "review", "author");
    }

    @Test
    void exclude_beyondTheRowOfAJoin_asksForAnyFurtherRow() {
        expectSql(DB.objects(AUTHOR)
                        .filter(
                                AUTHOR.books().pages.gt(150),
                                AUTHOR.books().reviews().stars.eq(2).not())
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name"
                    FROM "author"
                    JOIN "book" "books" ON "books"."author_id" = "author"."id"
                    WHERE "books"."pages" > ? AND NOT EXISTS (SELECT 1 FROM "review"
                        WHERE "review"."book_id" = "books"."id" AND "review"."stars" = ?)
                    """)
                .gives("Ann", "Ben")
                .reads("author", "book", "review");
    }

    @Test
    void xor_countsTheConditions() {
        expectSql(BOOKS.filter(BOOK.published.xor(BOOK.score.gt(3))).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE (CASE WHEN "book"."published" THEN 1 ELSE 0 END + CASE WHEN "book"."score" > ? THEN 1
                        ELSE 0 END) % 2 = 1
                    """)
                .gives("Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void exclude_xor() {
        expectSql(BOOKS.exclude(BOOK.published.xor(BOOK.score.gt(3))).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE (CASE WHEN "book"."published" THEN 1 ELSE 0 END + CASE WHEN "book"."score" > ? THEN 1
                        ELSE 0 END) % 2 <> 1
                    """)
                .gives("Alpha", "Beta")
                .reads("book");
    }
}
