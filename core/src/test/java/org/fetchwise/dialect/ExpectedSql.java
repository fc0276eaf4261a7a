package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fetchwise.sql.Select;

/** The texts that the dialects render a statement as. Each dialect must be named, or {@link #check()} fails. */
final class ExpectedSql {
    private final Select select;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private ExpectedSql(Select select) {
        this.select = select;
    }

    static ExpectedSql of(Select select) {
        return new ExpectedSql(select);
    }

    /** Expects a text in PostgreSQL; in the others that have no other text, the same with their own quotes. */
    ExpectedSql everywhere(String text) {
        return postgreSql(text).h2(text).sqlite(text).mariaDb(text.replace('"', '`'));
    }

    ExpectedSql postgreSql(String text) {
        return expect("PostgreSQL", text);
    }

    ExpectedSql h2(String text) {
        return expect("H2", text);
    }

    ExpectedSql sqlite(String text) {
        return expect("SQLite", text);
    }

    ExpectedSql mariaDb(String text) {
        return expect("MariaDB", text);
    }

    private ExpectedSql expect(String dialect, String text) {
        texts.put(dialect, text);
        return this;
    }

    /** Renders the statement in each dialect. */
    void check() {
        for (Dialect dialect :
                new Dialect[] {new PostgreSqlDialect(), new MariaDbDialect(), new SqliteDialect(), new H2Dialect()}) {
            assertThat(texts).as("the dialects expected").containsKey(dialect.name());
            var rendered = dialect.render(select);
            assertThat(rendered.text()).as(dialect.name()).isEqualTo(texts.get(dialect.name()));
            assertThat(rendered.placeholders())
                    .as("placeholders of %s", dialect.name())
                    .hasSize(questionMarks(rendered.text()));
        }
    }

    private static int questionMarks(String text) {
        String withoutLiterals = text.replaceAll("'[^']*'", "''");
        return (int)
                withoutLiterals.chars().filter(character -> character == '?').count();
    }
}
