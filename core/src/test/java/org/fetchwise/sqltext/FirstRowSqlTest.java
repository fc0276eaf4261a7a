package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;

import org.fetchwise.domain.Author;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.ValueExpr;
import org.junit.jupiter.api.Test;

/** The value of the first of related rows. */
class FirstRowSqlTest extends SqlTest {
    private static final ValueExpr<Author, String> LONGEST = AUTHOR.books()
            .first(BOOKS.filter(BOOK.published).orderBy(BOOK.pages.desc()), BOOK.title)
            .named("longest");

    @Test
    void first_isASubqueryTiedToTheRow() {
        expectSql(DB.objects(AUTHOR).values(AUTHOR.name, LONGEST))
                .everywhere("""
                    SELECT "author"."name", (SELECT "book"."title" FROM "book"
                    WHERE "book"."author_id" = "author"."id" AND "book"."published"
                    ORDER BY "book"."pages" DESC LIMIT 1) AS "longest" FROM "author"
                    """)
                .gives("Ann, Alpha", "Ben, 100% Delta_", "Cid, null")
                .reads("author", "book");
    }

    @Test
    void first_filtersAndOrders() {
        expectSql(DB.objects(AUTHOR)
                        .filter(LONGEST.ge("A"))
                        .orderBy(LONGEST.desc())
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author" WHERE (SELECT "book"."title" FROM "book"
                    WHERE "book"."author_id" = "author"."id" AND "book"."published"
                    ORDER BY "book"."pages" DESC LIMIT 1) >= ? ORDER BY (SELECT "book_2"."title"
                    FROM "book" "book_2" WHERE "book_2"."author_id" = "author"."id" AND "book_2"."published"
                    ORDER BY "book_2"."pages" DESC LIMIT 1) DESC
                    """)
                .gives("Ann")
                .reads("author", "book");
    }

    @Test
    void first_overALinkTable_andFromARelatedRow() {
        expectSql(DB.objects(REVIEW)
                        .values(
                                REVIEW.stars,
                                REVIEW.book()
                                        .tags()
                                        .first(
                                                DB.objects(TAG)
                                                        .orderBy(TAG.name.desc())
                                                        .offset(1),
                                                TAG.name)
                                        .named("second")))
                .everywhere("""
                    SELECT "review"."stars", (SELECT "tag"."name" FROM "book_tag" "tags_link"
                    JOIN "tag" ON "tag"."id" = "tags_link"."tag_id" WHERE "tags_link"."book_id" = "review"."book_id"
                    ORDER BY "tag"."name" DESC LIMIT 1 OFFSET ?) AS "second" FROM "review"
                    """)
                .gives("2, java", "2, null", "5, java")
                .reads("review", "book_tag", "tag");
    }

    @Test
    void first_ofWhatIsNoRowOfTheRelation_isRefused() {
        assertThatThrownBy(() -> AUTHOR.books().reviews().first(DB.objects(REVIEW), REVIEW.stars))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("only if no relation before the last leads to many");
        assertThatThrownBy(() -> AUTHOR.books().first(BOOKS.distinct(), BOOK.title))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("in query: Book.objects.distinct()");
    }
}
