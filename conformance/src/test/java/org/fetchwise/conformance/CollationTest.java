package org.fetchwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.fetchwise.conformance.Verdict.Status;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/**
 * Databases that compare text otherwise give other answers where the comparison is what is asked for, and the same ones
 * everywhere else: text is never compared or sorted on the database's behalf.
 */
final class CollationTest {
    private static final Set<String> FAMILIES = Set.of("lookups", "ordering", "prefetch");

    private static final String TEXT_COLUMNS = """
            SELECT table_name, column_name, column_type, is_nullable
            FROM information_schema.columns
            WHERE table_schema = DATABASE() AND collation_name = 'utf8mb4_nopad_bin' AND column_key = ''
            ORDER BY table_name, column_name\
            """;

    /** The order of texts, and what is said to come after one. */
    @Test
    void onPostgresqlWithTheOrderOfALanguageOnlyOrdersOfTextDiffer() {
        try (CorpusDatabase database = CorpusDatabase.create(Engine.POSTGRESQL, new Collation("en-US"))) {
            assertThat(differing(database))
                    .containsExactlyInAnyOrder(
                            "lookups-gt-string",
                            "ordering-text",
                            "ordering-text-desc",
                            "ordering-by-related-column",
                            "ordering-json-key",
                            "prefetch-prefetch-object-m2m-order",
                            "prefetch-prefetch-object-sliced-m2m");
        }
    }

    /** Titles, names and texts that differ in case, accents or trailing blanks alone are equal. */
    @Test
    void onMariadbWithItsOwnCollationOnlyEqualTextsDiffer() throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.create(Engine.MARIADB, new Collation("utf8mb4_uca1400_ai_ci"))) {
            compareLoosely(database);
            assertThat(differing(database))
                    .containsExactlyInAnyOrder(
                            "lookups-exact-implicit",
                            "lookups-exact-case",
                            "lookups-exact-null-word",
                            "lookups-exact-whitespace");
        }
    }

    private static List<String> differing(CorpusDatabase database) {
        Referee referee = new Referee(database);
        return Corpus.publicCases().stream()
                .filter(given -> FAMILIES.contains(given.family()))
                .map(referee::judge)
                .filter(verdict -> verdict.status() == Status.FAILED || verdict.status() == Status.UNSUPPORTED)
                .map(Verdict::id)
                .toList();
    }

    /** Gives text columns the collation of the database; those that are unique hold texts that would be equal. */
    private static void compareLoosely(CorpusDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement columns = connection.createStatement();
                Statement change = connection.createStatement();
                ResultSet column = columns.executeQuery(TEXT_COLUMNS)) {
            while (column.next()) {
                change.execute("ALTER TABLE " + column.getString(1) + " MODIFY " + column.getString(2) + " "
                        + column.getString(3) + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci"
                        + (column.getString(4).equals("NO") ? " NOT NULL" : ""));
            }
        }
    }
}
