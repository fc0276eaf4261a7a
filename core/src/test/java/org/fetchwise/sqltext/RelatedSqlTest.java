package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QProfile.PROFILE;
import static org.fetchwise.domain.QTag.TAG;

import java.util.List;
import org.fetchwise.domain.Author;
import org.fetchwise.domain.Book;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.fetchwise.query.Term;
import org.junit.jupiter.api.Test;

/** The rows that a relation leads to, of one owner or of many. */
class RelatedSqlTest extends SqlTest {
    @Test
    void related_byForeignKey() {
        Author ann = new Author();
        ann.setId(1L);
        expectSql(DB.related(ann, AUTHOR.books()).filter(BOOK.published).only(BOOK.title))
                .everywhere("""
                    SELECT "book"."id", "book"."title", "book"."author_id"
                    FROM "book"
                    WHERE "book"."author_id" = ? AND "book"."published"
                    """)
                .gives("1, Alpha")
                .reads("book");
    }

    @Test
    void related_throughALink() {
        Book alpha = new Book();
        alpha.setId(1L);
        expectSql(DB.related(alpha, BOOK.tags()).orderBy(TAG.name))
                .everywhere("""
                    SELECT "tag"."id", "tag"."name", "tags_link"."book_id"
                    FROM "book_tag" "tags_link"
                    JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                    WHERE "tags_link"."book_id" = ?
                    ORDER BY "tag"."name"
                    """)
                .reads("tag", "book_tag");
    }

    @Test
    void related_counted() {
        Book alpha = new Book();
        alpha.setId(1L);
        expectSql(count(DB.related(alpha, BOOK.tags())))
                .everywhere("""
                    SELECT COUNT(*) FROM "book_tag" "tags_link" WHERE "tags_link"."book_id" = ?
                    """)
                .gives("2")
                .reads("book_tag");
    }

    @Test
    void related_sliced_isASliceOfOneOwner() {
        Author ann = new Author();
        ann.setId(1L);
        expectSql(DB.related(ann, AUTHOR.books()).orderBy(BOOK.id).limit(1).only(BOOK.title))
                .everywhere("""
                    SELECT "book"."id", "book"."title", "book"."author_id"
                    FROM "book"
                    WHERE "book"."author_id" = ?
                    ORDER BY "book"."id"
                    LIMIT 1
                    """)
                .gives("1, Alpha")
                .reads("book");
    }

    @Test
    void owners_giveTheirKeys() {
        expectSql(rows(AUTHOR.books(), BOOKS.only(BOOK.title), 1L, 2L))
                .postgresql("""
                    SELECT "book"."id", "book"."title", "book"."author_id"
                    FROM "book"
                    WHERE "book"."author_id" = ANY(?)
                    """)
                .mariadb("""
                    SELECT `book`.`id`, `book`.`title`, `book`.`author_id`
                    FROM `book`
                    WHERE `book`.`author_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)
                    """)
                .sqlite("""
                    SELECT "book"."id", "book"."title", "book"."author_id"
                    FROM "book"
                    WHERE "book"."author_id" IN (SELECT value FROM json_each(?))
                    """)
                .h2("""
                    SELECT "book"."id", "book"."title", "book"."author_id"
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    JOIN "book" ON "book"."author_id" = "list0"."v"
                    """)
                .reads("book");
    }

    @Test
    void owners_throughALink() {
        expectSql(rows(BOOK.tags(), DB.objects(TAG), 1L, 3L))
                .postgresql("""
                    SELECT "tag"."id", "tag"."name", "tags_link"."book_id"
                    FROM "book_tag" "tags_link"
                    JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                    WHERE "tags_link"."book_id" = ANY(?)
                    """)
                .mariadb("""
                    SELECT `tag`.`id`, `tag`.`name`, `tags_link`.`book_id`
                    FROM `book_tag` `tags_link`
                    JOIN `tag` ON `tag`.`id` = `tags_link`.`tag_id`
                    WHERE `tags_link`.`book_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)
                    """)
                .sqlite("""
                    SELECT "tag"."id", "tag"."name", "tags_link"."book_id"
                    FROM "book_tag" "tags_link"
                    JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                    WHERE "tags_link"."book_id" IN (SELECT value FROM json_each(?))
                    """)
                .h2("""
                    SELECT "tag"."id", "tag"."name", "tags_link"."book_id"
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "list0"."v"
                    JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                    """)
                .reads("tag", "book_tag");
    }

    @Test
    void owners_ofReverseOneToOne() {
        expectSql(rows(AUTHOR.profile(), DB.objects(PROFILE), 1L))
                .postgresql("""
                    SELECT "profile"."id", "profile"."author_id", "profile"."bio", "profile"."website"
                    FROM "profile"
                    WHERE "profile"."author_id" = ANY(?)
                    """)
                .mariadb("""
                    SELECT `profile`.`id`, `profile`.`author_id`, `profile`.`bio`, `profile`.`website`
                    FROM `profile`
                    WHERE `profile`.`author_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)
                    """)
                .sqlite("""
                    SELECT "profile"."id", "profile"."author_id", "profile"."bio", "profile"."website"
                    FROM "profile"
                    WHERE "profile"."author_id" IN (SELECT value FROM json_each(?))
                    """)
                .h2("""
                    SELECT "profile"."id", "profile"."author_id", "profile"."bio", "profile"."website"
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    JOIN "profile" ON "profile"."author_id" = "list0"."v"
                    """)
                .reads("profile");
    }

    @Test
    void owners_slice_isTakenForEach() {
        expectSql(rows(
                        AUTHOR.books(),
                        BOOKS.only(BOOK.title).orderBy(BOOK.pages.desc()).limit(1),
                        1L,
                        2L))
                .postgresql("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "book"."id" AS "c1", "book"."title" AS "c2", "book"."author_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "book"."author_id" ORDER BY "book"."pages" DESC) AS "n"
                        FROM "book" WHERE "book"."author_id" = ANY(?)) "part"
                    WHERE "part"."n" <= 1
                    ORDER BY "part"."n"
                    """)
                .mariadb("""
                    SELECT `part`.`c1`, `part`.`c2`, `part`.`c3`
                    FROM (SELECT `book`.`id` AS `c1`, `book`.`title` AS `c2`, `book`.`author_id` AS `c3`,
                        ROW_NUMBER() OVER (PARTITION BY `book`.`author_id` ORDER BY `book`.`pages` DESC) AS `n`
                        FROM `book` WHERE `book`.`author_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)) `part`
                    WHERE `part`.`n` <= 1
                    ORDER BY `part`.`n`
                    """)
                .sqlite("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "book"."id" AS "c1", "book"."title" AS "c2", "book"."author_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "book"."author_id" ORDER BY "book"."pages" DESC) AS "n"
                        FROM "book" WHERE "book"."author_id" IN (SELECT value FROM json_each(?))) "part"
                    WHERE "part"."n" <= 1
                    ORDER BY "part"."n"
                    """)
                .h2("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "book"."id" AS "c1", "book"."title" AS "c2", "book"."author_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "book"."author_id" ORDER BY "book"."pages" DESC) AS "n"
                        FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                        JOIN "book" ON "book"."author_id" = "list0"."v") "part"
                    WHERE "part"."n" <= 1
                    ORDER BY "part"."n"
                    """)
                .gives("2, Beta", "4, 100% Delta_")
                .reads("book");
    }

    @Test
    void owners_sliceWithOffset() {
        expectSql(rows(
                        AUTHOR.books(),
                        BOOKS.only(BOOK.title).orderBy(BOOK.pages).slice(1, 2),
                        1L,
                        2L))
                .postgresql("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "book"."id" AS "c1", "book"."title" AS "c2", "book"."author_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "book"."author_id" ORDER BY "book"."pages") AS "n"
                        FROM "book" WHERE "book"."author_id" = ANY(?)) "part"
                    WHERE "part"."n" > ? AND "part"."n" <= ? + 1
                    ORDER BY "part"."n"
                    """)
                .mariadb("""
                    SELECT `part`.`c1`, `part`.`c2`, `part`.`c3`
                    FROM (SELECT `book`.`id` AS `c1`, `book`.`title` AS `c2`, `book`.`author_id` AS `c3`,
                        ROW_NUMBER() OVER (PARTITION BY `book`.`author_id` ORDER BY `book`.`pages`) AS `n`
                        FROM `book` WHERE `book`.`author_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)) `part`
                    WHERE `part`.`n` > ? AND `part`.`n` <= ? + 1
                    ORDER BY `part`.`n`
                    """)
                .sqlite("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "book"."id" AS "c1", "book"."title" AS "c2", "book"."author_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "book"."author_id" ORDER BY "book"."pages") AS "n"
                        FROM "book" WHERE "book"."author_id" IN (SELECT value FROM json_each(?))) "part"
                    WHERE "part"."n" > ? AND "part"."n" <= ? + 1
                    ORDER BY "part"."n"
                    """)
                .h2("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "book"."id" AS "c1", "book"."title" AS "c2", "book"."author_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "book"."author_id" ORDER BY "book"."pages") AS "n"
                        FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                        JOIN "book" ON "book"."author_id" = "list0"."v") "part"
                    WHERE "part"."n" > ? AND "part"."n" <= CAST(? AS BIGINT) + 1
                    ORDER BY "part"."n"
                    """)
                .gives("2, Beta", "4, 100% Delta_")
                .reads("book");
    }

    @Test
    void owners_sliceThroughALink() {
        expectSql(rows(BOOK.tags(), DB.objects(TAG).orderBy(TAG.name.desc()).limit(1), 1L, 3L))
                .postgresql("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "tag"."id" AS "c1", "tag"."name" AS "c2", "tags_link"."book_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "tags_link"."book_id" ORDER BY "tag"."name" DESC) AS "n"
                        FROM "book_tag" "tags_link" JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                        WHERE "tags_link"."book_id" = ANY(?)) "part"
                    WHERE "part"."n" <= 1
                    ORDER BY "part"."n"
                    """)
                .mariadb("""
                    SELECT `part`.`c1`, `part`.`c2`, `part`.`c3`
                    FROM (SELECT `tag`.`id` AS `c1`, `tag`.`name` AS `c2`, `tags_link`.`book_id` AS `c3`,
                        ROW_NUMBER() OVER (PARTITION BY `tags_link`.`book_id` ORDER BY `tag`.`name` DESC) AS `n`
                        FROM `book_tag` `tags_link` JOIN `tag` ON `tag`.`id` = `tags_link`.`tag_id`
                        WHERE `tags_link`.`book_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)) `part`
                    WHERE `part`.`n` <= 1
                    ORDER BY `part`.`n`
                    """)
                .sqlite("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "tag"."id" AS "c1", "tag"."name" AS "c2", "tags_link"."book_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "tags_link"."book_id" ORDER BY "tag"."name" DESC) AS "n"
                        FROM "book_tag" "tags_link" JOIN "tag" ON "tag"."id" = "tags_link"."tag_id"
                        WHERE "tags_link"."book_id" IN (SELECT value FROM json_each(?))) "part"
                    WHERE "part"."n" <= 1
                    ORDER BY "part"."n"
                    """)
                .h2("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT "tag"."id" AS "c1", "tag"."name" AS "c2", "tags_link"."book_id" AS "c3",
                        ROW_NUMBER() OVER (PARTITION BY "tags_link"."book_id" ORDER BY "tag"."name" DESC) AS "n"
                        FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                        JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "list0"."v" JOIN "tag" ON "tag"."id" = "tags_link"."tag_id") "part"
                    WHERE "part"."n" <= 1
                    ORDER BY "part"."n"
                    """)
                .reads("tag", "book_tag");
    }

    @Test
    void owners_counted() {
        expectSql(rows(AUTHOR.books(), counted(BOOKS.filter(BOOK.published)), 1L, 2L))
                .postgresql("""
                    SELECT "book"."author_id", COUNT(*)
                    FROM "book"
                    WHERE "book"."author_id" = ANY(?) AND "book"."published"
                    GROUP BY "book"."author_id"
                    """)
                .mariadb("""
                    SELECT `book`.`author_id`, COUNT(*)
                    FROM `book`
                    WHERE `book`.`author_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`) AND `book`.`published`
                    GROUP BY `book`.`author_id`
                    """)
                .sqlite("""
                    SELECT "book"."author_id", COUNT(*)
                    FROM "book"
                    WHERE "book"."author_id" IN (SELECT value FROM json_each(?)) AND "book"."published"
                    GROUP BY "book"."author_id"
                    """)
                .h2("""
                    SELECT "book"."author_id", COUNT(*)
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    JOIN "book" ON "book"."author_id" = "list0"."v"
                    WHERE "book"."published"
                    GROUP BY "book"."author_id"
                    """)
                .gives("1, 1", "2, 2")
                .reads("book");
    }

    @Test
    void owners_countedThroughALink() {
        expectSql(rows(BOOK.tags(), counted(DB.objects(TAG)), 1L, 3L))
                .postgresql("""
                    SELECT "tags_link"."book_id", COUNT(*)
                    FROM "book_tag" "tags_link"
                    WHERE "tags_link"."book_id" = ANY(?)
                    GROUP BY "tags_link"."book_id"
                    """)
                .mariadb("""
                    SELECT `tags_link`.`book_id`, COUNT(*)
                    FROM `book_tag` `tags_link`
                    WHERE `tags_link`.`book_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)
                    GROUP BY `tags_link`.`book_id`
                    """)
                .sqlite("""
                    SELECT "tags_link"."book_id", COUNT(*)
                    FROM "book_tag" "tags_link"
                    WHERE "tags_link"."book_id" IN (SELECT value FROM json_each(?))
                    GROUP BY "tags_link"."book_id"
                    """)
                .h2("""
                    SELECT "tags_link"."book_id", COUNT(*)
                    FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "list0"."v"
                    GROUP BY "tags_link"."book_id"
                    """)
                .gives("1, 2", "3, 1")
                .reads("book_tag");
    }

    @Test
    void owners_sliceOfDistinct_takesEachRowOnce() {
        var tagged = BOOKS.filter(BOOK.tags().id.gt(0)).distinct().orderBy(BOOK.pages);
        expectSql(rows(AUTHOR.books(), tagged.only(BOOK.title).limit(2), 1L, 2L))
                .postgresql("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT DISTINCT "book"."id" AS "c1", "book"."title" AS "c2",
                        "book"."author_id" AS "c3", DENSE_RANK() OVER (PARTITION BY "book"."author_id"
                        ORDER BY "book"."pages", "book"."id") AS "n" FROM "book"
                        JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                        WHERE "book"."author_id" = ANY(?) AND "tags_link"."tag_id" > ?) "part"
                    WHERE "part"."n" <= 2
                    ORDER BY "part"."n"
                    """)
                .mariadb("""
                    SELECT `part`.`c1`, `part`.`c2`, `part`.`c3`
                    FROM (SELECT DISTINCT `book`.`id` AS `c1`, `book`.`title` AS `c2`,
                        `book`.`author_id` AS `c3`, DENSE_RANK() OVER (PARTITION BY `book`.`author_id`
                        ORDER BY `book`.`pages`, `book`.`id`) AS `n` FROM `book`
                        JOIN `book_tag` `tags_link` ON `tags_link`.`book_id` = `book`.`id`
                        WHERE `book`.`author_id` IN (SELECT `value` FROM (SELECT `value` FROM JSON_TABLE(?,
                        '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list` LIMIT 18446744073709551615) AS `keys`)
                        AND `tags_link`.`tag_id` > ?) `part`
                    WHERE `part`.`n` <= 2
                    ORDER BY `part`.`n`
                    """)
                .sqlite("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT DISTINCT "book"."id" AS "c1", "book"."title" AS "c2",
                        "book"."author_id" AS "c3", DENSE_RANK() OVER (PARTITION BY "book"."author_id"
                        ORDER BY "book"."pages", "book"."id") AS "n" FROM "book"
                        JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                        WHERE "book"."author_id" IN (SELECT value FROM json_each(?))
                        AND "tags_link"."tag_id" > ?) "part"
                    WHERE "part"."n" <= 2
                    ORDER BY "part"."n"
                    """)
                .h2("""
                    SELECT "part"."c1", "part"."c2", "part"."c3"
                    FROM (SELECT DISTINCT "book"."id" AS "c1", "book"."title" AS "c2",
                        "book"."author_id" AS "c3", DENSE_RANK() OVER (PARTITION BY "book"."author_id"
                        ORDER BY "book"."pages", "book"."id") AS "n"
                        FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list1"("v", "n")
                        JOIN "book" ON "book"."author_id" = "list1"."v"
                        JOIN "book_tag" "tags_link" ON "tags_link"."book_id" = "book"."id"
                        WHERE "tags_link"."tag_id" > ?) "part"
                    WHERE "part"."n" <= 2
                    ORDER BY "part"."n"
                    """)
                .gives("1, Alpha", "3, Gamma")
                .reads("book", "book_tag");
    }

    /** What a prefetch asks: the rows that a relation leads to from some owners. */
    private static QuerySource rows(Object relation, Object querySet, Long... keys) {
        Path path = ((PathSource) relation).asPath();
        Term.Values owners =
                new Term.ListOf(List.of((Object[]) keys), path.root().key().type());
        Query query = ((QuerySource) querySet).asQuery().withOwners(new Owners(path.root(), path.last(), owners));
        return () -> query;
    }

    /** What the size of unloaded collections asks. */
    private static QuerySource counted(Object querySet) {
        Query query = ((QuerySource) querySet).asQuery();
        return () -> query.orderedBy(List.of()).withProjection(new Projection.CountByOwner());
    }
}
