package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.filteredRelation;
import static org.fetchwise.expr.Functions.lookup;

import org.fetchwise.domain.Book;
import org.fetchwise.domain.QReviewMany;
import org.junit.jupiter.api.Test;

/** Relations that lead to some of their rows: the condition stands where they are joined. */
class FilteredRelationSqlTest extends SqlTest {
    private static final QReviewMany<Book> APPROVED = BOOK.reviews().filtered(REVIEW.approved);

    @Test
    void filter_joinsWhatFulfilsTheCondition() {
        expectSql(BOOKS.filter(APPROVED.stars.gt(1), APPROVED.text.startsWith("G"))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" AND "reviews"."approved"
                    WHERE "reviews"."stars" > ? AND "reviews"."text" LIKE ? ESCAPE '!'
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book`
                    JOIN `review` `reviews` ON `reviews`.`book_id` = `book`.`id` AND `reviews`.`approved`
                    WHERE `reviews`.`stars` > ? AND `reviews`.`text` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" AND "reviews"."approved"
                    WHERE "reviews"."stars" > ? AND SUBSTR("reviews"."text", 1, LENGTH(?)) = ?
                    """)
                .reads("book", "review");
    }

    @Test
    void filter_onARowThatIsMissing() {
        expectSql(BOOKS.filter(APPROVED.id.isNull()).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book"
                    LEFT JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" AND "reviews"."approved"
                    WHERE "reviews"."id" IS NULL
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book", "review");
    }

    @Test
    void aggregates_areOfItsRows() {
        expectSql(BOOKS.values(
                        BOOK.title,
                        APPROVED.count().named("n"),
                        APPROVED.stars.max().named("best")))
                .everywhere("""
                    SELECT "book"."title", (SELECT COUNT(*) FROM "review"
                    WHERE "review"."book_id" = "book"."id" AND "review"."approved") AS "n", (SELECT
                    MAX("review_2"."stars") FROM "review" "review_2"
                    WHERE "review_2"."book_id" = "book"."id" AND "review_2"."approved") AS "best" FROM "book"
                    """)
                .gives("Alpha, 1, 5", "Beta, 0, null", "Gamma, 1, 2", "100% Delta_, 0, null")
                .reads("book", "review");
    }

    @Test
    void exclude_asksForSuchRows() {
        expectSql(BOOKS.exclude(BOOK.reviews()
                                .filtered(REVIEW.stars.lt(5))
                                .approved
                                .eq(true))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE NOT EXISTS (SELECT 1 FROM "review"
                    WHERE "review"."book_id" = "book"."id" AND "review"."stars" < ? AND "review"."approved" = ?)
                    """)
                .gives("Alpha", "Beta", "100% Delta_")
                .reads("book", "review");
    }

    @Test
    void relationOverALinkTable_takesTheLinksToSuchRows() {
        expectSql(BOOKS.filter(BOOK.tags().filtered(TAG.name.ne("java")).id.isNull())
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book"
                    LEFT JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id" AND "tags_link"."tag_id" IN
                    (SELECT "tag"."id" FROM "tag" WHERE "tag"."name" <> ?) WHERE "tags_link"."tag_id" IS NULL
                    """)
                .gives("Beta", "100% Delta_")
                .reads("book", "book_tag", "tag");
    }

    @Test
    void conditionOnAFurtherTable_isASubquery() {
        expectSql(BOOKS.filter(BOOK.reviews()
                                .filtered(REVIEW.reader().name.eq("Cid"))
                                .id
                                .isNull())
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book"
                    LEFT JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" AND "reviews"."id" IN (SELECT
                    "review"."id" FROM "review" JOIN "author" "reader" ON "reader"."id" = "review"."reader_id"
                    WHERE "reader"."name" = ?) WHERE "reviews"."id" IS NULL
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book", "review", "author");
    }

    @Test
    void deeperRelations_goOnFromIt() {
        expectSql(DB.objects(AUTHOR)
                        .values(
                                AUTHOR.name,
                                AUTHOR.books()
                                        .filtered(BOOK.pages.gt(200))
                                        .reviews()
                                        .filtered(REVIEW.stars.lt(3))
                                        .count()
                                        .named("n")))
                .everywhere("""
                    SELECT "author"."name", (SELECT COUNT("reviews"."id") FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" AND "reviews"."stars" < ?
                    WHERE "book"."author_id" = "author"."id" AND "book"."pages" > ?) AS "n" FROM "author"
                    """)
                .gives("Ann, 0", "Ben, 1", "Cid, 0")
                .reads("author", "book", "review");
    }

    @Test
    void byName_itIsFilteredAndOrderedBy() {
        expectSql(BOOKS.alias(filteredRelation("good", APPROVED))
                        .filter(lookup("good__stars__gte", 2))
                        .orderBy(field("good__stars").desc())
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" AND "reviews"."approved"
                    WHERE "reviews"."stars" >= ? ORDER BY "reviews"."stars" DESC
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "review");
        expectSql(BOOKS.alias(filteredRelation("good", "reviews", lookup("approved", true)))
                        .filter(lookup("good__stars__gte", 2))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book"
                    JOIN "review" "reviews" ON "reviews"."book_id" = "book"."id" AND "reviews"."approved" = ?
                    WHERE "reviews"."stars" >= ?
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "review");
    }
}
