package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.outer;
import static org.fetchwise.expr.Functions.walk;

import org.fetchwise.domain.Author;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.Walk;
import org.junit.jupiter.api.Test;

/** Rows found step by step. */
class WalkSqlTest extends SqlTest {
    @Test
    void walk_toOne_readsForeignKeys() {
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.isIn(
                                walk(AUTHOR.mentor(), DB.objects(AUTHOR).filter(AUTHOR.name.eq("Cid")))))
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author" WHERE "author"."id" IN (SELECT "reached"."k"
                    FROM (WITH RECURSIVE "walk" ("k") AS (SELECT "author_2"."id" AS "k" FROM "author" "author_2"
                    WHERE "author_2"."name" = ? UNION SELECT "author_3"."mentor_id" FROM "walk"
                    JOIN "author" "author_3" ON "author_3"."id" = "walk"."k"
                    WHERE "author_3"."mentor_id" IS NOT NULL) SELECT "k" FROM "walk") "reached")
                    """)
                .h2("""
                    SELECT "author"."name" FROM "author" WHERE "author"."id" IN (SELECT "reached"."k"
                    FROM (WITH RECURSIVE "walk" ("k", "steps") AS (SELECT "author_2"."id" AS "k", 0
                    FROM "author" "author_2" WHERE "author_2"."name" = ?
                    UNION SELECT DISTINCT "author_3"."mentor_id", "walk"."steps" + 1 FROM "walk"
                    JOIN "author" "author_3" ON "author_3"."id" = "walk"."k"
                    WHERE "author_3"."mentor_id" IS NOT NULL AND "walk"."steps" < (SELECT COUNT(*)
                    FROM "author")) SELECT "k", "steps" FROM "walk") "reached")
                    """)
                .gives("Ann", "Ben", "Cid")
                .reads("author");
    }

    @Test
    void walk_overSeveralRelations_joinsThemInEachStep() {
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.isIn(
                                walk(AUTHOR.books().editor(), DB.objects(AUTHOR).filter(AUTHOR.name.eq("Ben")))
                                        .upTo(2)))
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author" WHERE "author"."id" IN (SELECT "reached"."k"
                    FROM (WITH RECURSIVE "walk" ("k", "steps") AS (SELECT "author_2"."id" AS "k", 0
                    FROM "author" "author_2" WHERE "author_2"."name" = ?
                    UNION SELECT "books"."editor_id", "walk"."steps" + 1 FROM "walk"
                    JOIN "book" "books" ON "books"."author_id" = "walk"."k" WHERE "books"."editor_id" IS NOT NULL
                    AND "walk"."steps" < 2) SELECT "k", "steps" FROM "walk") "reached")
                    """)
                .h2("""
                    SELECT "author"."name" FROM "author" WHERE "author"."id" IN (SELECT "reached"."k"
                    FROM (WITH RECURSIVE "walk" ("k", "steps") AS (SELECT "author_2"."id" AS "k", 0
                    FROM "author" "author_2" WHERE "author_2"."name" = ?
                    UNION SELECT DISTINCT "books"."editor_id", "walk"."steps" + 1 FROM "walk"
                    JOIN "book" "books" ON "books"."author_id" = "walk"."k" WHERE "books"."editor_id" IS NOT NULL
                    AND "walk"."steps" < 2) SELECT "k", "steps" FROM "walk") "reached")
                    """)
                .gives("Ann", "Ben")
                .reads("author", "book");
    }

    @Test
    void walk_fromASlice_ofRelatedRows() {
        expectSql(BOOKS.filter(BOOK.author()
                                .isIn(walk(
                                                AUTHOR.mentor(),
                                                DB.objects(AUTHOR)
                                                        .orderBy(AUTHOR.name)
                                                        .limit(1))
                                        .upTo(3)))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."author_id" IN (SELECT "reached"."k"
                    FROM (WITH RECURSIVE "walk" ("k", "steps") AS (SELECT "part"."k", 0
                    FROM (SELECT "author"."id" AS "k" FROM "author" ORDER BY "author"."name" LIMIT 1) "part"
                    UNION SELECT "author_2"."mentor_id", "walk"."steps" + 1 FROM "walk"
                    JOIN "author" "author_2" ON "author_2"."id" = "walk"."k"
                    WHERE "author_2"."mentor_id" IS NOT NULL AND "walk"."steps" < 3) SELECT "k", "steps"
                    FROM "walk") "reached")
                    """)
                .h2("""
                    SELECT "book"."title" FROM "book" WHERE "book"."author_id" IN (SELECT "reached"."k"
                    FROM (WITH RECURSIVE "walk" ("k", "steps") AS (SELECT "part"."k", 0
                    FROM (SELECT "author"."id" AS "k" FROM "author" ORDER BY "author"."name" LIMIT 1) "part"
                    UNION SELECT DISTINCT "author_2"."mentor_id", "walk"."steps" + 1 FROM "walk"
                    JOIN "author" "author_2" ON "author_2"."id" = "walk"."k"
                    WHERE "author_2"."mentor_id" IS NOT NULL AND "walk"."steps" < 3) SELECT "k", "steps"
                    FROM "walk") "reached")
                    """)
                .gives("Alpha", "Beta")
                .reads("author", "book");
    }

    @Test
    void distance_isTheLeastNumberOfSteps() {
        Walk<Author> walk = walk(AUTHOR.mentor(), DB.objects(AUTHOR).filter(AUTHOR.name.eq("Cid")))
                .upTo(1);
        LongExpr<Author> distance = walk.distance().named("distance");
        expectSql(DB.objects(AUTHOR).values(AUTHOR.name, distance))
                .everywhere("""
                    SELECT "author"."name", (SELECT MIN("reached"."steps")
                    FROM (WITH RECURSIVE "walk" ("k", "steps") AS (SELECT "author_2"."id" AS "k", 0
                    FROM "author" "author_2" WHERE "author_2"."name" = ?
                    UNION SELECT "author_3"."mentor_id", "walk"."steps" + 1 FROM "walk"
                    JOIN "author" "author_3" ON "author_3"."id" = "walk"."k"
                    WHERE "author_3"."mentor_id" IS NOT NULL AND "walk"."steps" < 1) SELECT "k", "steps"
                    FROM "walk") "reached" WHERE "reached"."k" = "author"."id") AS "distance" FROM "author"
                    """)
                .h2("""
                    SELECT "author"."name", (SELECT MIN("reached"."steps")
                    FROM (WITH RECURSIVE "walk" ("k", "steps") AS (SELECT "author_2"."id" AS "k", 0
                    FROM "author" "author_2" WHERE "author_2"."name" = ?
                    UNION SELECT DISTINCT "author_3"."mentor_id", "walk"."steps" + 1 FROM "walk"
                    JOIN "author" "author_3" ON "author_3"."id" = "walk"."k"
                    WHERE "author_3"."mentor_id" IS NOT NULL AND "walk"."steps" < 1) SELECT "k", "steps"
                    FROM "walk") "reached" WHERE "reached"."k" = "author"."id") AS "distance" FROM "author"
                    """)
                .gives("Ann, null", "Ben, 1", "Cid, 0")
                .reads("author");
    }

    @Test
    void walk_fromNoRows_asksNothing() {
        expectSql(DB.objects(AUTHOR)
                        .filter(AUTHOR.isIn(
                                        walk(AUTHOR.mentor(), DB.objects(AUTHOR).none()))
                                .or(AUTHOR.active))
                        .values(AUTHOR.name))
                .everywhere("""
                    SELECT "author"."name" FROM "author" WHERE "author"."active"
                    """)
                .gives("Ann", "Ben")
                .reads("author");
    }

    @Test
    void walk_thatBeginsAtARowAround_isRefused() {
        assertThatThrownBy(() -> DB.objects(AUTHOR)
                        .filter(AUTHOR.isIn(
                                walk(AUTHOR.mentor(), DB.objects(AUTHOR).filter(AUTHOR.id.eq(outer(AUTHOR.id))))))
                        .explain())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("in query:");
    }
}
