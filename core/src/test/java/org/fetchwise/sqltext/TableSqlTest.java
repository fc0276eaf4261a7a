package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.outer;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.window;

import org.fetchwise.domain.Book;
import org.fetchwise.domain.Books;
import org.fetchwise.expr.LongExpr;
import org.junit.jupiter.api.Test;

/** Querysets that are read like tables. */
class TableSqlTest extends SqlTest {
    private static final LongExpr<Book> PLACE =
            rank().over(window().orderBy(BOOK.pages.desc())).named("place");

    @Test
    void table_standsOnce_howeverOftenItIsRead() {
        Books longest = BOOKS.only(BOOK.id, BOOK.pages, BOOK.author().id)
                .orderBy(BOOK.pages.desc())
                .limit(3)
                .asTable("longest");
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.id.isIn(longest.values(BOOK.author().id)))
                        .values(
                                AUTHOR.name,
                                longest.filter(BOOK.author().eq(outer(AUTHOR)))
                                        .values(BOOK.pages)
                                        .limit(1)
                                        .asSubquery()
                                        .named("most")))
                .everywhere("""
                    WITH "longest" AS (SELECT "book"."id", "book"."pages", "book"."author_id" FROM "book"
                    ORDER BY "book"."pages" DESC LIMIT 3) SELECT "author"."name", (SELECT "longest_2"."pages"
                    FROM "longest" "longest_2" WHERE "longest_2"."author_id" = "author"."id"
                    ORDER BY "longest_2"."pages" DESC LIMIT 1) AS "most" FROM "author"
                    WHERE "author"."id" IN (SELECT "longest"."author_id" FROM "longest")
                    """)
                .gives("Ben, 400", "Ann, 200")
                .reads("book", "author");
    }

    @Test
    void table_ofASlice_isFilteredAndCounted() {
        Books longest = BOOKS.only(BOOK.id, BOOK.pages)
                .orderBy(BOOK.pages.desc())
                .limit(3)
                .asTable("longest");
        expectSql(count(longest.filter(BOOK.pages.lt(400)))).everywhere("""
            WITH "longest" AS (SELECT "book"."id", "book"."pages" FROM "book"
            ORDER BY "book"."pages" DESC LIMIT 3) SELECT COUNT(*) FROM "longest" WHERE "longest"."pages" < ?
            """).reads("book");
    }

    @Test
    void annotations_ofATable_areColumns() {
        Books placed = BOOKS.only(BOOK.id).annotate(PLACE).filter(PLACE.le(3)).asTable("placed");
        expectSql(placed.filter(PLACE.ge(2)).values(BOOK.id, PLACE))
                .everywhere("""
                    WITH "placed" AS (SELECT "part"."c1" AS "id", "part"."c2" AS "place"
                    FROM (SELECT "book"."id" AS "c1", RANK() OVER (ORDER BY "book"."pages" DESC) AS "c2"
                    FROM "book") "part" WHERE "part"."c2" <= ?) SELECT "placed"."id", "placed"."place" AS "place"
                    FROM "placed" WHERE "placed"."place" >= ?
                    """)
                .reads("book");
    }

    @Test
    void table_ofCombinedRows_isFiltered() {
        Books both = BOOKS.filter(BOOK.id.eq(1))
                .union(BOOKS.filter(BOOK.pages.gt(200)))
                .asTable("both_parts");
        expectSql(both.filter(BOOK.author().name.eq("Ben")).values(BOOK.title))
                .everywhere("""
                    WITH "both_parts" AS (SELECT "part"."c1" AS "id", "part"."c2" AS "isbn", "part"."c3" AS "title",
                    "part"."c4" AS "pages", "part"."c5" AS "copies", "part"."c6" AS "price", "part"."c7" AS "score",
                    "part"."c8" AS "format", "part"."c9" AS "published", "part"."c10" AS "published_at", "part"."c11" AS
                    "author_id", "part"."c12" AS "editor_id", "part"."c13" AS "publisher_id"
                    FROM (SELECT "book"."id" AS "c1", "book"."isbn" AS "c2", "book"."title" AS "c3", "book"."pages" AS
                    "c4", "book"."copies" AS "c5", "book"."price" AS "c6", "book"."score" AS "c7", "book"."format" AS
                    "c8", "book"."published" AS "c9", "book"."published_at" AS "c10", "book"."author_id" AS "c11",
                    "book"."editor_id" AS "c12", "book"."publisher_id" AS "c13" FROM "book" WHERE "book"."id" = ?
                    UNION SELECT "book_2"."id" AS "c1", "book_2"."isbn" AS "c2", "book_2"."title" AS "c3",
                    "book_2"."pages" AS "c4", "book_2"."copies" AS "c5", "book_2"."price" AS "c6", "book_2"."score" AS
                    "c7", "book_2"."format" AS "c8", "book_2"."published" AS "c9", "book_2"."published_at" AS "c10",
                    "book_2"."author_id" AS "c11", "book_2"."editor_id" AS "c12", "book_2"."publisher_id" AS "c13"
                    FROM "book" "book_2" WHERE "book_2"."pages" > ?) "part") SELECT "both_parts"."title"
                    FROM "both_parts" JOIN "author" ON "author"."id" = "both_parts"."author_id"
                    WHERE "author"."name" = ?
                    """)
                .reads("book", "author");
    }
}
