package org.fetchwise.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.H2Dialect;
import org.fetchwise.dialect.MariaDbDialect;
import org.fetchwise.dialect.PostgreSqlDialect;
import org.fetchwise.dialect.SqliteDialect;
import org.fetchwise.error.QueryException;
import org.junit.jupiter.api.Test;

/** What is a parameter of a statement, and what only looks like one. */
class NamedSqlTest {
    private static final Dialect H2 = new H2Dialect();
    private static final Dialect MARIADB = new MariaDbDialect();
    private static final Dialect POSTGRESQL = new PostgreSqlDialect();
    private static final Dialect SQLITE = new SqliteDialect();

    private static NamedSql parse(Dialect dialect, String text) {
        return NamedSql.parse(text, dialect.quoting(), dialect.hasQuestionMarkOperators());
    }

    private static String sent(Dialect dialect, String text) {
        NamedSql sql = parse(dialect, text);
        Argument one = Argument.of("x", 1);
        Map<String, Argument> arguments = new HashMap<>();
        sql.names().forEach(name -> arguments.put(name, one));
        return Binding.of(sql, arguments).statement().text();
    }

    @Test
    void names_becomeQuestionMarks() {
        for (Dialect dialect : List.of(H2, MARIADB, POSTGRESQL, SQLITE)) {
            assertThat(sent(dialect, "a = :a AND b=:b_1 AND c IN(:a)")).isEqualTo("a = ? AND b=? AND c IN(?)");
            assertThat(parse(dialect, "a = :a AND b = :b AND c = :a").names()).containsExactly("a", "b");
        }
    }

    @Test
    void wordsThatWrite_areSeenOutsideOfQuotes() {
        for (Dialect dialect : List.of(H2, MARIADB, POSTGRESQL, SQLITE)) {
            for (String writing : List.of(
                    "insert into t values (:a) returning id",
                    "WITH x AS (DELETE FROM t RETURNING id) SELECT id FROM x",
                    "SELECT id FROM FINAL TABLE (\nUPDATE t SET a = 1)",
                    " REPLACE INTO t VALUES (1) RETURNING id")) {
                assertThat(parse(dialect, writing).mayWrite(dialect.quoting()))
                        .as(writing)
                        .isTrue();
            }
            for (String reading : List.of(
                    "SELECT 'DELETE' FROM t",
                    "SELECT replace(a, 'x', 'y') FROM t /* INSERT */",
                    "SELECT updated, insert_date FROM t",
                    "SELECT a FROM t FOR  UPDATE",
                    "SELECT a FROM t FOR NO KEY UPDATE")) {
                assertThat(parse(dialect, reading).mayWrite(dialect.quoting()))
                        .as(reading)
                        .isFalse();
            }
        }
    }

    @Test
    void quotedTextAndComments_staySo() {
        for (Dialect dialect : List.of(H2, MARIADB, POSTGRESQL, SQLITE)) {
            for (String quoted : List.of(
                    "':a'",
                    "'it''s :a'",
                    "\":a\"\"?\"",
                    "-- :a ?\n",
                    "/* :a ? */",
                    "'a' /* ' */ 'b'",
                    "'unclosed :a")) {
                assertThat(sent(dialect, "x " + quoted)).as(dialect + quoted).isEqualTo("x " + quoted);
            }
            assertThat(sent(dialect, "/* it's */ :a")).isEqualTo("/* it's */ ?");
        }
    }

    @Test
    void eachDatabaseQuotesInItsOwnWays() {
        assertThat(sent(MARIADB, "'\\' :a' # :a\n `:a` := :b")).isEqualTo("'\\' :a' # :a\n `:a` := ?");
        assertThat(sent(POSTGRESQL, "'\\' || :a || E'\\' :a' || e'\\':a' || name'\\' || :a"))
                .isEqualTo("'\\' || ? || E'\\' :a' || e'\\':a' || name'\\' || ?");
        assertThat(sent(
                        POSTGRESQL,
                        "$$ :a $$ || $tag$ :a $$ $tag$ || $1 || :a::text || a[1:2] || /* /* :a */ :a */ :a"))
                .isEqualTo("$$ :a $$ || $tag$ :a $$ $tag$ || $1 || ?::text || a[1:2] || /* /* :a */ :a */ ?");
        assertThat(sent(H2, "$$ :a $$ || :a")).isEqualTo("$$ :a $$ || ?");
        assertThat(sent(SQLITE, "[:a] || `:a` || :a")).isEqualTo("[:a] || `:a` || ?");
    }

    @Test
    void aQuestionMark_isAnOperatorOrRefused() {
        assertThat(sent(POSTGRESQL, "data ?| :keys AND '?' = :a")).isEqualTo("data ??| ? AND '?' = ?");
        for (Dialect dialect : List.of(H2, MARIADB, SQLITE)) {
            assertThatThrownBy(() -> parse(dialect, "SELECT a FROM t WHERE b = ?"))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("Write :name, and bind(\"name\", value).");
        }
    }

    @Test
    void emptyLists_areMadeFalseOrTrue_whereTheyStand() {
        NamedSql sql = parse(H2, "a IN (:a) AND f(b) not in ( :a ) OR c IN (SELECT d FROM e WHERE f = :b)");
        Map<String, Argument> arguments = Map.of("a", Argument.of("a", List.of()), "b", Argument.of("b", "x"));
        assertThat(Binding.of(sql, arguments).statement().text())
                .isEqualTo("a IN (NULL) IS TRUE AND f(b) not in ( NULL ) IS NOT FALSE"
                        + " OR c IN (SELECT d FROM e WHERE f = ?)");
    }

    @Test
    void aListWithNull_isRefused() {
        assertThatThrownBy(() -> Argument.of("a", Arrays.asList(1, null)))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("The list for :a has a null in it");
    }
}
