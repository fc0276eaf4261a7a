package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.H2Dialect;
import org.fetchwise.dialect.MariaDbDialect;
import org.fetchwise.dialect.PostgreSqlDialect;
import org.fetchwise.dialect.SqliteDialect;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that a query is expected to become. {@link #reads} ends the expectation and checks it: the text on every database,
 * the tables, and that H2 and SQLite run it and give the same rows.
 */
final class ExpectedSql {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    static final List<Dialect> DIALECTS =
            List.of(new PostgreSqlDialect(), new MariaDbDialect(), new SqliteDialect(), new H2Dialect());

    private final Query query;
    private final Library library;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private @Nullable List<String> rows;
    private boolean checked;

    ExpectedSql(Query query, Library library) {
        this.query = query;
        this.library = library;
    }

    /** All databases, where their texts differ in nothing but the quotation mark; a later call makes an exception. */
    ExpectedSql everywhere(String text) {
        return postgresql(text).mariadb(text.replace('"', '`')).sqlite(text).h2(text);
    }

    ExpectedSql postgresql(String text) {
        return with("PostgreSQL", text);
    }

    ExpectedSql mariadb(String text) {
        return with("MariaDB", text);
    }

    ExpectedSql sqlite(String text) {
        return with("SQLite", text);
    }

    ExpectedSql h2(String text) {
        return with("H2", text);
    }

    /** Lines are broken where a space is. */
    private ExpectedSql with(String dialect, String text) {
        texts.put(dialect, text.lines().map(String::strip).collect(Collectors.joining(" ")));
        return this;
    }

    /** The rows, in any order: the values of each joined by commas. */
    ExpectedSql gives(String... expected) {
        rows = List.of(expected);
        return this;
    }

    /** The tables that are read. */
    void reads(String... tables) {
        checked = true;
        Map<String, String> actual = new LinkedHashMap<>();
        for (Dialect dialect : DIALECTS) {
            QueryCompiler compiler = new QueryCompiler(dialect, () -> NOW);
            actual.put(
                    dialect.name(), compiler.bind(query).compiled().statement().text());
            assertThat(compiler.reads(query)).as("tables read").containsExactlyInAnyOrder(tables);
        }
        assertThat(actual).as("%s", query).isEqualTo(texts);
        List<String> given = library.rows(query);
        if (rows != null) {
            assertThat(given).as("rows of %s", query).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    boolean isChecked() {
        return checked;
    }
}
