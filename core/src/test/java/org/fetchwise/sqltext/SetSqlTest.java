package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QTag.TAG;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.order;

import org.fetchwise.Duplicates;
import org.junit.jupiter.api.Test;

/** Rows of several queries put together. */
class SetSqlTest extends SqlTest {
    @Test
    void union_ofObjects() {
        expectSql(DB.objects(TAG)
                        .filter(TAG.id.le(2))
                        .union(DB.objects(TAG).filter(TAG.id.ge(2)))
                        .orderBy(TAG.id.desc())
                        .limit(2))
                .everywhere("""
                    SELECT "part"."c1", "part"."c2" FROM (SELECT "tag"."id" AS "c1", "tag"."name" AS "c2" FROM "tag"
                    WHERE "tag"."id" <= ? UNION SELECT "tag_2"."id" AS "c1", "tag_2"."name" AS "c2" FROM "tag" "tag_2"
                    WHERE "tag_2"."id" >= ?) "part" ORDER BY "part"."c1" DESC LIMIT 2
                    """)
                .gives("2, sql", "3, orm")
                .reads("tag");
    }

    @Test
    void union_ofValues_all() {
        expectSql(BOOKS.values(BOOK.title).union(DB.objects(AUTHOR).values(AUTHOR.name), Duplicates.ALL))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "book"."title" AS "c1" FROM "book" UNION ALL SELECT "author"."name"
                    AS "c1" FROM "author") "part"
                    """)
                .gives("100% Delta_", "Alpha", "Ann", "Ben", "Beta", "Cid", "Gamma")
                .reads("author", "book");
    }

    @Test
    void intersection_ofValues() {
        expectSql(BOOKS.values(BOOK.author().id)
                        .intersection(DB.objects(AUTHOR).values(AUTHOR.id))
                        .orderBy(BOOK.author().id))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "book"."author_id" AS "c1" FROM "book" INTERSECT SELECT
                    "author"."id" AS "c1" FROM "author") "part" ORDER BY "part"."c1"
                    """)
                .gives("1", "2")
                .reads("author", "book");
    }

    @Test
    void difference_ofAll_numbersEqualRows() {
        expectSql(BOOKS.values(BOOK.published)
                        .difference(BOOKS.filter(BOOK.id.eq(1)).values(BOOK.published), Duplicates.ALL))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "part_2"."c1" AS "c1", ROW_NUMBER() OVER (PARTITION BY
                    "part_2"."c1") AS "n" FROM (SELECT "book"."published" AS "c1" FROM "book") "part_2" EXCEPT SELECT
                    "part_3"."c1" AS "c1", ROW_NUMBER() OVER (PARTITION BY "part_3"."c1") AS "n" FROM (SELECT
                    "book_2"."published" AS "c1" FROM "book" "book_2" WHERE "book_2"."id" = ?) "part_3") "part"
                    """)
                .gives("false", "true", "true")
                .reads("book");
    }

    @Test
    void union_ofSlices() {
        expectSql(DB.objects(TAG)
                        .orderBy(TAG.id)
                        .limit(1)
                        .values(TAG.name)
                        .union(DB.objects(TAG).orderBy(TAG.id.desc()).limit(1).values(TAG.name)))
                .everywhere("""
                    SELECT "part"."c1" FROM (SELECT "part_2"."c1" AS "c1" FROM (SELECT "tag"."name" AS "c1" FROM "tag"
                    ORDER BY "tag"."id" LIMIT 1) "part_2" UNION SELECT "part_3"."c1" AS "c1" FROM (SELECT "tag_2"."name"
                    AS "c1" FROM "tag" "tag_2" ORDER BY "tag_2"."id" DESC LIMIT 1) "part_3") "part"
                    """)
                .gives("java", "orm")
                .reads("tag");
    }

    @Test
    void union_counted() {
        expectSql(count(BOOKS.values(BOOK.published).union(BOOKS.values(BOOK.published))))
                .everywhere("""
                    SELECT COUNT(*) FROM (SELECT 1 AS "v" FROM (SELECT "book"."published" AS "c1" FROM "book" UNION
                    SELECT "book_2"."published" AS "c1" FROM "book" "book_2") "part") "part_2"
                    """)
                .gives("2")
                .reads("book");
    }

    @Test
    void union_amongWhich() {
        expectSql(BOOKS.filter(BOOK.author()
                                .id
                                .isIn(DB.objects(AUTHOR)
                                        .filter(AUTHOR.name.eq("Ann"))
                                        .values(AUTHOR.id)
                                        .union(DB.objects(AUTHOR)
                                                .filter(AUTHOR.name.eq("Ben"))
                                                .values(AUTHOR.id))))
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book" WHERE "book"."author_id" IN (SELECT "part"."c1" FROM (SELECT
                    "author"."id" AS "c1" FROM "author" WHERE "author"."name" = ? UNION SELECT "author_2"."id" AS "c1"
                    FROM "author" "author_2" WHERE "author_2"."name" = ?) "part" WHERE "part"."c1" IS NOT NULL)
                    """)
                .gives("1", "2", "3", "4")
                .reads("author", "book");
    }

    @Test
    void union_inTheOrderOfARelation_isInThatOfItsKey() {
        expectSql(BOOKS.filter(BOOK.id.le(2))
                        .values(BOOK.id, field("publisher"))
                        .union(BOOKS.filter(BOOK.id.ge(2)).values(BOOK.id, field("publisher")))
                        .orderBy(order("publisher"), BOOK.id))
                .everywhere("""
                    SELECT "part"."c1", "part"."c2" FROM (SELECT "book"."id" AS "c1", "book"."publisher_id" AS "c2" FROM
                    "book" WHERE "book"."id" <= ? UNION SELECT "book_2"."id" AS "c1", "book_2"."publisher_id" AS "c2"
                    FROM "book" "book_2" WHERE "book_2"."id" >= ?) "part" ORDER BY "part"."c2", "part"."c1"
                    """)
                .reads("book");
    }
}
