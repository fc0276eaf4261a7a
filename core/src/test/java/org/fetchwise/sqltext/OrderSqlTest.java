package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QPublisher.PUBLISHER;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.order;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.value;
import static org.fetchwise.expr.Functions.window;

import org.junit.jupiter.api.Test;

/** Orders, default orders, and NULL in orders. */
class OrderSqlTest extends SqlTest {
    @Test
    void orderBy_columns() {
        expectSql(BOOKS.orderBy(BOOK.pages.desc(), BOOK.title).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."pages" DESC, "book"."title"
                    """)
                .reads("book");
    }

    @Test
    void orderBy_overToOne_joins() {
        expectSql(BOOKS.orderBy(BOOK.publisher().name, BOOK.id).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    ORDER BY "publisher"."name", "book"."id"
                    """)
                .reads("book", "publisher");
    }

    @Test
    void orderBy_joinOfFilterIsShared() {
        expectSql(BOOKS.filter(BOOK.publisher().country.eq("GB"))
                        .orderBy(BOOK.publisher().name)
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    WHERE "publisher"."country" = ?
                    ORDER BY "publisher"."name"
                    """)
                .reads("book", "publisher");
    }

    @Test
    void orderBy_relationByName_isItsDefaultOrder_orTheKeyAmongValues() {
        expectSql(BOOKS.orderBy(order("-publisher")).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    LEFT JOIN "publisher" ON "publisher"."id" = "book"."publisher_id"
                    ORDER BY "publisher"."name" DESC
                    """)
                .reads("book", "publisher");
        expectSql(BOOKS.orderBy(order("-publisher")).values(BOOK.title, field("publisher")))
                .everywhere("""
                    SELECT "book"."title", "book"."publisher_id" FROM "book" ORDER BY "book"."publisher_id" DESC
                    """)
                .reads("book");
        expectSql(BOOKS.values(field("publisher"))
                        .annotate(BOOK.count().named("books"))
                        .orderBy(order("publisher")))
                .everywhere("""
                    SELECT "book"."publisher_id", COUNT(*) AS "books"
                    FROM "book"
                    GROUP BY "book"."publisher_id"
                    ORDER BY "book"."publisher_id"
                    """)
                .reads("book");
    }

    @Test
    void orderBy_nulls() {
        expectSql(BOOKS.orderBy(BOOK.score.asc().nullsFirst(), BOOK.price.desc().nullsLast())
                        .values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."score" NULLS FIRST, "book"."price" DESC NULLS LAST
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book` ORDER BY `book`.`score`, `book`.`price` DESC
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."score" NULLS FIRST, "book"."price" DESC NULLS LAST
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."score" NULLS FIRST, "book"."price" DESC NULLS LAST
                    """)
                .reads("book");
    }

    @Test
    void orderBy_nullsTheOtherWay() {
        expectSql(BOOKS.orderBy(BOOK.score.asc().nullsLast(), BOOK.price.desc().nullsFirst())
                        .values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."score" NULLS LAST, "book"."price" DESC NULLS FIRST
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    ORDER BY `book`.`score` IS NULL, `book`.`score`, `book`.`price` IS NOT NULL,
                        `book`.`price` DESC
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."score" NULLS LAST, "book"."price" DESC NULLS FIRST
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."score" NULLS LAST, "book"."price" DESC NULLS FIRST
                    """)
                .reads("book");
    }

    @Test
    void orderBy_expression() {
        expectSql(BOOKS.orderBy(BOOK.title.lower(), BOOK.pages.times(2).desc()).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY LOWER("book"."title"), "book"."pages" * ? DESC
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    ORDER BY LOWER(`book`.`title`), `book`.`pages` * ? DESC
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY LOWER("book"."title"), "book"."pages" * ? DESC
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY LOWER("book"."title"), "book"."pages" * CAST(? AS BIGINT) DESC
                    """)
                .reads("book");
    }

    @Test
    void orderBy_count() {
        expectSql(BOOKS.orderBy(BOOK.reviews().count().desc(), BOOK.id).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY (SELECT COUNT(*) FROM "review" WHERE "review"."book_id" = "book"."id") DESC,
                        "book"."id"
                    """)
                .reads("book", "review");
    }

    @Test
    void defaultOrder_isTheEntitys() {
        expectSql(DB.objects(PUBLISHER).values(PUBLISHER.id)).everywhere("""
            SELECT "publisher"."id" FROM "publisher" ORDER BY "publisher"."name"
            """).reads("publisher");
    }

    @Test
    void defaultOrder_isReplaced() {
        expectSql(DB.objects(PUBLISHER).orderBy(PUBLISHER.country).values(PUBLISHER.id))
                .everywhere("""
                    SELECT "publisher"."id" FROM "publisher" ORDER BY "publisher"."country"
                    """)
                .reads("publisher");
    }

    @Test
    void defaultOrder_isNotCounted() {
        expectSql(count(DB.objects(PUBLISHER))).everywhere("""
            SELECT COUNT(*) FROM "publisher"
            """).reads("publisher");
    }

    @Test
    void reverse_turnsEveryTerm() {
        expectSql(BOOKS.orderBy(BOOK.pages.desc(), BOOK.score.asc().nullsFirst())
                        .reverse()
                        .values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."pages", "book"."score" DESC NULLS LAST
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book` ORDER BY `book`.`pages`, `book`.`score` DESC
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."pages", "book"."score" DESC NULLS LAST
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    ORDER BY "book"."pages", "book"."score" DESC NULLS LAST
                    """)
                .reads("book");
    }

    @Test
    void reverse_ofDefaultOrder() {
        expectSql(DB.objects(PUBLISHER).reverse().values(PUBLISHER.id))
                .everywhere("""
                    SELECT "publisher"."id" FROM "publisher" ORDER BY "publisher"."name" DESC
                    """)
                .reads("publisher");
    }

    @Test
    void order_ofNoTerms_isNone() {
        expectSql(DB.objects(AUTHOR).orderBy(AUTHOR.name).orderBy().values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author"
                    """)
                .reads("author");
        expectSql(DB.objects(AUTHOR).values(AUTHOR.name).orderBy(AUTHOR.name).orderBy())
                .everywhere("""
                    SELECT "author"."name" FROM "author"
                    """)
                .reads("author");
    }

    @Test
    void orderBy_constant_ordersNothing() {
        expectSql(BOOKS.orderBy(value(1).desc(), BOOK.title).values(BOOK.pages, BOOK.title))
                .everywhere("""
                    SELECT "book"."pages", "book"."title" FROM "book" ORDER BY "book"."title"
                    """)
                .gives("400, 100% Delta_", "100, Alpha", "200, Beta", "300, Gamma")
                .reads("book");
    }

    @Test
    void orderBy_relation_withinAWindow_isByItsKey() {
        expectSql(BOOKS.values(
                        BOOK.id,
                        rowNumber().over(window().orderBy(order("publisher"))).named("n")))
                .everywhere("""
                    SELECT "book"."id", ROW_NUMBER() OVER (ORDER BY "book"."publisher_id") AS "n" FROM "book"
                    """)
                .reads("book");
    }
}
