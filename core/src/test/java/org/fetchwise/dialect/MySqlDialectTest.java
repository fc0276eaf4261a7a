package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.Cast;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.junit.jupiter.api.Test;

/** The differences from MariaDB, as text: no server of the build speaks it. */
class MySqlDialectTest {
    private final Dialect dialect = new MySqlDialect();

    @Test
    void url_leadsToIt() {
        assertThat(Dialects.of("jdbc:mysql://localhost/blog")).isInstanceOf(MySqlDialect.class);
        assertThat(Dialects.of("jdbc:mariadb://localhost/blog")).isNotInstanceOf(MySqlDialect.class);
    }

    @Test
    void uuids_areTexts() {
        assertThat(dialect.columnType(Trees.attribute(0, "c", ValueType.UUID))).isEqualTo("CHAR(36)");
        assertThat(dialect.columnType(Trees.attribute(0, "c", ValueType.LONG))).isEqualTo("BIGINT");
        assertThat(dialect.render(Trees.select(new Cast(Trees.TITLE, StorageType.UUID)))
                        .text())
                .isEqualTo("SELECT CAST(`b`.`title` AS CHAR(36)) FROM `book` `b`");
    }

    @Test
    void collation_isItsOwn() {
        TextMatch match =
                new TextMatch(TextPosition.START, false, Trees.TITLE, Trees.parameter(0, StorageType.VARCHAR));
        assertThat(dialect.render(Trees.where(Trees.select(Trees.ID), match)).text())
                .endsWith("WHERE `b`.`title` LIKE ? COLLATE utf8mb4_0900_bin ESCAPE '!'");
        assertThat(dialect.tableOptions()).endsWith("COLLATE utf8mb4_0900_bin");
    }

    @Test
    void nothingIsReturned_andForeignKeysAreSwitchedOffToDropThem() {
        assertThat(dialect.capabilities().returning()).isEqualTo(Capabilities.Returning.NONE);
        assertThat(dialect.dropsForeignKeys()).isFalse();
        assertThat(dialect.withoutForeignKeys(List.of("DROP TABLE a")))
                .containsExactly("SET foreign_key_checks = 0", "DROP TABLE a", "SET foreign_key_checks = 1");
    }
}
