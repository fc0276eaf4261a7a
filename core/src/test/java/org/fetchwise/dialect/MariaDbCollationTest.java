package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.dialect.Trees.ID;
import static org.fetchwise.dialect.Trees.TITLE;
import static org.fetchwise.dialect.Trees.parameter;
import static org.fetchwise.dialect.Trees.select;
import static org.fetchwise.dialect.Trees.where;

import java.util.List;
import java.util.Objects;
import org.fetchwise.meta.StorageType;
import org.fetchwise.servers.Engine;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.InParameter;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that other programs made have other collations than ours, each of which must be comparable. */
class MariaDbCollationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf8mb4 COLLATE utf8mb4_uca1400_ai_ci",
                "utf8mb4 COLLATE utf8mb4_general_ci",
                "utf8mb4 COLLATE utf8mb4_bin",
                "utf8mb3 COLLATE utf8mb3_general_ci",
                "latin1 COLLATE latin1_swedish_ci"
            })
    void texts_ofAnyCollation_canBeComparedWithListsAndPatterns(String collation) {
        try (RealDatabase database = RealDatabase.open(Engine.MARIADB)) {
            database.execute(
                    "CREATE TABLE book (id BIGINT PRIMARY KEY, title VARCHAR(20) CHARACTER SET " + collation + ")",
                    "INSERT INTO book VALUES (1, 'Emma'), (2, 'René'), (3, '\"Q\"'), (4, 'Q')");
            InParameter list = new InParameter(TITLE, 0, StorageType.VARCHAR, false);
            assertThat(database.longs(where(select(ID), list), List.of("Emma", "René", "\"Q\"", "世界")))
                    .containsExactlyInAnyOrder(1L, 2L, 3L);
            assertThat(matching(database, false, "né")).containsExactly(2L);
            assertThat(matching(database, false, "em")).isEmpty();
            assertThat(matching(database, true, "EM")).containsExactly(1L);
            assertThat(matching(database, true, "NÉ")).containsExactly(2L);
        }
    }

    private static List<Long> matching(RealDatabase database, boolean ignoreCase, String part) {
        SqlExpr match = new TextMatch(TextPosition.ANYWHERE, ignoreCase, TITLE, parameter(0, StorageType.VARCHAR));
        return database.longs(where(select(ID), match), part).stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
