package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;

import org.junit.jupiter.api.Test;

/** Parts of the rows, equal rows given once, and how many there are. */
class SliceSqlTest extends SqlTest {
    @Test
    void limit_isInTheText() {
        expectSql(BOOKS.orderBy(BOOK.id).limit(3).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."id" LIMIT 3
                    """)
                .gives("Alpha", "Beta", "Gamma")
                .reads("book");
    }

    @Test
    void slice_offsetIsAParameter() {
        expectSql(BOOKS.orderBy(BOOK.id).slice(1, 3).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."id" LIMIT 2 OFFSET ?
                    """)
                .gives("Beta", "Gamma")
                .reads("book");
    }

    @Test
    void offset_withoutLimit() {
        expectSql(BOOKS.orderBy(BOOK.id).offset(3).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."id" OFFSET ?
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    ORDER BY `book`.`id`
                    LIMIT 18446744073709551615 OFFSET ?
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."id" LIMIT -1 OFFSET ?
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."id" OFFSET ?
                    """)
                .gives("100% Delta_")
                .reads("book");
    }

    @Test
    void limit_thatIsLarge_isAParameter() {
        expectSql(BOOKS.orderBy(BOOK.id).limit(5000).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."id" LIMIT ?
                    """)
                .reads("book");
    }

    @Test
    void filter_afterSlice_isAboutItsRows() {
        expectSql(BOOKS.orderBy(BOOK.id).limit(2).filter(BOOK.pages.gt(100)).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."id" IN (SELECT "book_2"."id" FROM "book" "book_2"
                        ORDER BY "book_2"."id" LIMIT 2) AND "book"."pages" > ?
                    ORDER BY "book"."id"
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`id` IN (SELECT * FROM (SELECT `book_2`.`id` FROM `book` `book_2`
                        ORDER BY `book_2`.`id` LIMIT 2) AS `slice`) AND `book`.`pages` > ?
                    ORDER BY `book`.`id`
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."id" IN (SELECT "book_2"."id" FROM "book" "book_2"
                        ORDER BY "book_2"."id" LIMIT 2) AND "book"."pages" > ?
                    ORDER BY "book"."id"
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."id" IN (SELECT "book_2"."id" FROM "book" "book_2"
                        ORDER BY "book_2"."id" LIMIT 2) AND "book"."pages" > ?
                    ORDER BY "book"."id"
                    """)
                .gives("Beta")
                .reads("book");
    }

    @Test
    void orderBy_afterSlice_ordersItsRows() {
        expectSql(BOOKS.orderBy(BOOK.pages.desc()).limit(2).orderBy(BOOK.title).values(BOOK.title))
                .postgresql("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."id" IN (SELECT "book_2"."id" FROM "book" "book_2"
                        ORDER BY "book_2"."pages" DESC LIMIT 2)
                    ORDER BY "book"."title"
                    """)
                .mariadb("""
                    SELECT `book`.`title`
                    FROM `book`
                    WHERE `book`.`id` IN (SELECT * FROM (SELECT `book_2`.`id` FROM `book` `book_2`
                        ORDER BY `book_2`.`pages` DESC LIMIT 2) AS `slice`)
                    ORDER BY `book`.`title`
                    """)
                .sqlite("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."id" IN (SELECT "book_2"."id" FROM "book" "book_2"
                        ORDER BY "book_2"."pages" DESC LIMIT 2)
                    ORDER BY "book"."title"
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM "book"
                    WHERE "book"."id" IN (SELECT "book_2"."id" FROM "book" "book_2"
                        ORDER BY "book_2"."pages" DESC LIMIT 2)
                    ORDER BY "book"."title"
                    """)
                .gives("Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void sliceOfSlice() {
        expectSql(BOOKS.orderBy(BOOK.id).slice(1, 4).slice(1, 2).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" ORDER BY "book"."id" LIMIT 1 OFFSET ?
                    """)
                .gives("Gamma")
                .reads("book");
    }

    @Test
    void distinct_ofValues() {
        expectSql(BOOKS.values(BOOK.published).distinct())
                .everywhere("""
                    SELECT DISTINCT "book"."published" FROM "book"
                    """)
                .gives("true", "false")
                .reads("book");
    }

    @Test
    void distinct_withOrderByAnotherColumn() {
        expectSql(BOOKS.filter(BOOK.tags().any())
                        .orderBy(BOOK.pages)
                        .values(BOOK.published)
                        .distinct())
                .everywhere("""
                    SELECT DISTINCT "book"."published", "book"."pages"
                    FROM "book"
                    WHERE EXISTS (SELECT 1 FROM "book_tag" "tags_link"
                        WHERE "tags_link"."book_id" = "book"."id")
                    ORDER BY "book"."pages"
                    """)
                .reads("book", "book_tag");
    }

    @Test
    void distinct_overToMany() {
        expectSql(BOOKS.filter(BOOK.tags().name.ne("orm")).distinct().values(BOOK.title))
                .everywhere("""
                    SELECT DISTINCT "book"."title"
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    JOIN "tag" "tags" ON "tags"."id" = "tags_link"."tag_id"
                    WHERE "tags"."name" <> ?
                    """)
                .gives("Alpha", "Gamma")
                .reads("book", "book_tag", "tag");
    }

    @Test
    void count_isPlain() {
        expectSql(count(BOOKS.filter(BOOK.published)))
                .everywhere("""
                    SELECT COUNT(*) FROM "book" WHERE "book"."published"
                    """)
                .gives("3")
                .reads("book");
    }

    @Test
    void count_overToMany_countsRows() {
        expectSql(count(BOOKS.filter(BOOK.tags().id.gt(0))))
                .everywhere("""
                    SELECT COUNT(*)
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    WHERE "tags_link"."tag_id" > ?
                    """)
                .gives("3")
                .reads("book", "book_tag");
    }

    @Test
    void count_ofDistinct() {
        expectSql(count(BOOKS.filter(BOOK.tags().id.gt(0)).distinct()))
                .everywhere("""
                    SELECT COUNT(DISTINCT "book"."id")
                    FROM "book"
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                    WHERE "tags_link"."tag_id" > ?
                    """)
                .gives("2")
                .reads("book", "book_tag");
    }

    @Test
    void count_ofSlice() {
        expectSql(count(BOOKS.orderBy(BOOK.id).slice(1, 3)))
                .everywhere("""
                    SELECT COUNT(*) FROM (SELECT 1 AS "v" FROM "book" LIMIT 2 OFFSET ?) "part"
                    """)
                .gives("2")
                .reads("book");
    }

    @Test
    void count_ofDistinctValues() {
        expectSql(count(BOOKS.values(BOOK.published).distinct()))
                .everywhere("""
                    SELECT COUNT(*) FROM (SELECT DISTINCT "book"."published" AS "c1" FROM "book") "part"
                    """)
                .gives("2")
                .reads("book");
    }

    @Test
    void count_ofValues() {
        expectSql(count(BOOKS.values(BOOK.publisher().name)))
                .everywhere("""
                    SELECT COUNT(*) FROM "book"
                    """)
                .gives("4")
                .reads("book");
    }

    @Test
    void count_leavesAnnotationsOut() {
        expectSql(count(BOOKS.annotate(BOOK.reviews().count())))
                .everywhere("""
                    SELECT COUNT(*) FROM "book"
                    """)
                .gives("4")
                .reads("book");
    }

    @Test
    void exists_needsNoOrder() {
        expectSql(exists(BOOKS.filter(BOOK.published).orderBy(BOOK.title)))
                .everywhere("""
                    SELECT 1 FROM "book" WHERE "book"."published" LIMIT 1
                    """)
                .gives("1")
                .reads("book");
    }

    @Test
    void exists_ofSlice() {
        expectSql(exists(BOOKS.orderBy(BOOK.id).offset(2)))
                .everywhere("""
                    SELECT 1 FROM "book" LIMIT 1 OFFSET ?
                    """)
                .gives("1")
                .reads("book");
    }

    @Test
    void exists_ofDistinct() {
        expectSql(exists(BOOKS.distinct())).everywhere("""
            SELECT 1 FROM "book" LIMIT 1
            """).gives("1").reads("book");
    }
}
