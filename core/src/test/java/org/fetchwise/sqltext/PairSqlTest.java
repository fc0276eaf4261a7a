package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.pair;

import java.util.List;
import java.util.Map;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.H2Dialect;
import org.fetchwise.domain.Books;
import org.fetchwise.query.QuerySource;
import org.junit.jupiter.api.Test;

/** Columns side by side, compared as one value. */
class PairSqlTest extends SqlTest {
    @Test
    void pairs_areAmongRows() {
        expectSql(BOOKS.filter(pair(BOOK.author().id, BOOK.pages)
                                .isIn(List.of(Map.entry(1L, 100), Map.entry(1L, 300), Map.entry(2L, 300))))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE ("book"."author_id", "book"."pages") IN (SELECT *
                    FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY)))
                    """)
                .h2("""
                    SELECT "book"."title"
                    FROM (SELECT DISTINCT "there0"."author_id" AS "v", "there0"."pages" AS "v2"
                    FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY)) WITH ORDINALITY AS "keys0"("v", "v2", "n")
                    JOIN "book" "there0" ON "there0"."author_id" = "keys0"."v" AND "there0"."pages" = "keys0"."v2") "list0"
                    JOIN "book" ON "book"."author_id" = "list0"."v" AND "book"."pages" = "list0"."v2"
                    """)
                .mariadb("""
                    SELECT `book`.`title` FROM `book`
                    WHERE (`book`.`author_id`, `book`.`pages`) IN (SELECT `c0`, `c1`
                    FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]', `c1` BIGINT PATH '$[1]')) AS `list`)
                    """)
                .sqlite("""
                    SELECT "book"."title" FROM "book"
                    WHERE ("book"."author_id", "book"."pages") IN (SELECT value ->> 0, value ->> 1
                    FROM json_each(?))
                    """)
                .gives("Alpha", "Gamma")
                .reads("book");
    }

    @Test
    void pairs_areOrderedByTheFirst_thenByTheSecond() {
        expectSql(BOOKS.filter(pair(BOOK.author().id, BOOK.pages).gt(1L, 100)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."author_id" > ? OR "book"."author_id" = ?
                    AND "book"."pages" > ?
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void pairs_upToOne_includeIt() {
        expectSql(BOOKS.filter(pair(BOOK.author().id, BOOK.pages).le(1L, 200)).values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."author_id" < ? OR "book"."author_id" = ?
                    AND "book"."pages" <= ?
                    """)
                .gives("Alpha", "Beta")
                .reads("book");
    }

    @Test
    void pairs_thatAreExcluded_leaveTheOthers() {
        expectSql(BOOKS.exclude(pair(BOOK.publisher().id, BOOK.pages).eq(1L, 100))
                        .values(BOOK.title))
                .everywhere("""
                    SELECT "book"."title" FROM "book" WHERE "book"."publisher_id" <> ?
                    OR "book"."publisher_id" IS NULL OR "book"."pages" <> ?
                    """)
                .gives("Beta", "Gamma", "100% Delta_")
                .reads("book");
    }

    @Test
    void pairs_ofTheSameColumns_areOneShape() {
        QueryCompiler compiler = new QueryCompiler(new H2Dialect(), () -> ExpectedSql.NOW);
        Books one = BOOKS.filter(pair(BOOK.author().id, BOOK.pages).isIn(List.of(Map.entry(1L, 100))));
        Books other = BOOKS.filter(pair(BOOK.author().id, BOOK.pages).isIn(List.of(Map.entry(2L, 1))));
        assertThat(compiler.bind(((QuerySource) other).asQuery()).compiled())
                .isSameAs(compiler.bind(((QuerySource) one).asQuery()).compiled());
    }
}
