package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.givenDouble;
import static org.fetchwise.expr.Functions.givenLong;
import static org.fetchwise.expr.Functions.givenText;

import java.util.Map;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.H2Dialect;
import org.fetchwise.domain.Book;
import org.fetchwise.expr.DoubleExpr;
import org.fetchwise.query.QuerySource;
import org.junit.jupiter.api.Test;

/** Lists of values that the user has, read like tables. */
class GivenSqlTest extends SqlTest {
    @Test
    void givenValues_areJoinedOnce() {
        DoubleExpr<Book> factor = givenDouble(BOOK.id, Map.of(1L, 0.5)).named("factor");
        expectSql(BOOKS.filter(factor.gt(0.25)).orderBy(factor.desc()).values(BOOK.title, factor))
                .everywhere("""
                    SELECT "book"."title", "given"."v2" AS "factor" FROM "book"
                    LEFT JOIN UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS DOUBLE PRECISION ARRAY)) WITH ORDINALITY AS
                    "given"("v", "v2", "n") ON "book"."id" = "given"."v" WHERE "given"."v2" > ?
                    ORDER BY "given"."v2" DESC
                    """)
                .mariadb("""
                    SELECT `book`.`title`, `given`.`v2` AS `factor`
                    FROM `book`
                    LEFT JOIN (SELECT `n`, `v`, `v2` FROM JSON_TABLE(?, '$[*]' COLUMNS (`n` FOR ORDINALITY,
                    `v` BIGINT PATH '$[0]', `v2` DOUBLE PATH '$[1]')) AS `list` LIMIT 18446744073709551615) AS `given`
                    ON `book`.`id` = `given`.`v`
                    WHERE `given`.`v2` > ?
                    ORDER BY `given`.`v2` DESC
                    """)
                .sqlite("""
                    SELECT "book"."title", "given"."v2" AS "factor" FROM "book"
                    LEFT JOIN (SELECT value ->> 0 AS "v", value ->> 1 AS "v2", key + 1 AS "n"
                    FROM json_each(?)) AS "given" ON "book"."id" = "given"."v" WHERE "given"."v2" > ?
                    ORDER BY "given"."v2" DESC
                    """)
                .gives("Alpha, 0.5")
                .reads("book");
    }

    @Test
    void givenValues_ofARelatedKey() {
        expectSql(BOOKS.values(
                        BOOK.id, givenText(BOOK.author().id, Map.of(2L, "two")).named("word")))
                .everywhere("""
                    SELECT "book"."id", "given"."v2" AS "word" FROM "book"
                    LEFT JOIN UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS TEXT ARRAY)) WITH ORDINALITY AS "given"("v",
                    "v2", "n") ON "book"."author_id" = "given"."v"
                    """)
                .mariadb("""
                    SELECT `book`.`id`, `given`.`v2` AS `word`
                    FROM `book`
                    LEFT JOIN (SELECT `n`, `v`, JSON_UNQUOTE(`v2`) AS `v2`
                    FROM JSON_TABLE(?, '$[*]' COLUMNS (`n` FOR ORDINALITY, `v` BIGINT PATH '$[0]',
                    `v2` JSON PATH '$[1]')) AS `list` LIMIT 18446744073709551615) AS `given`
                    ON `book`.`author_id` = `given`.`v`
                    """)
                .sqlite("""
                    SELECT "book"."id", "given"."v2" AS "word" FROM "book"
                    LEFT JOIN (SELECT value ->> 0 AS "v", value ->> 1 AS "v2", key + 1 AS "n"
                    FROM json_each(?)) AS "given" ON "book"."author_id" = "given"."v"
                    """)
                .h2("""
                    SELECT "book"."id", "given"."v2" AS "word" FROM "book"
                    LEFT JOIN UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY)) WITH ORDINALITY AS "given"("v",
                    "v2", "n") ON "book"."author_id" = "given"."v"
                    """)
                .gives("1, null", "2, null", "3, two", "4, two")
                .reads("book");
    }

    @Test
    void noValues_areNull() {
        expectSql(BOOKS.values(BOOK.id, givenLong(BOOK.id, Map.of()).named("n")))
                .everywhere("""
                    SELECT "book"."id", NULL AS "n" FROM "book"
                    """)
                .reads("book");
    }

    @Test
    void listsOfAnyLength_areOneShape() {
        QueryCompiler compiler = new QueryCompiler(new H2Dialect(), () -> ExpectedSql.NOW);
        var one = BOOKS.filter(givenLong(BOOK.id, Map.of(1L, 2L)).gt(1));
        var other = BOOKS.filter(givenLong(BOOK.id, Map.of(1L, 2L, 3L, 4L)).gt(1));
        assertThat(compiler.bind(((QuerySource) other).asQuery()).compiled())
                .isSameAs(compiler.bind(((QuerySource) one).asQuery()).compiled());
    }
}
