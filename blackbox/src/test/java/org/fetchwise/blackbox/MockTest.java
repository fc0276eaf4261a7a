package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QPublisher.PUBLISHER;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fetchwise.Database;
import org.fetchwise.Upserted;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.testkit.MockDataSource;
import org.fetchwise.testkit.MockRows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects out of prepared rows, without a database. */
class MockTest {
    private static List<@Nullable Object> author(long id, String name, @Nullable Long mentor) {
        return Arrays.asList(id, name, null, true, LocalDate.of(1950, 1, 10), mentor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL", "MariaDB"})
    void preparedRows_becomeObjects(String product) {
        MockRows rows = MockRows.of(List.of(author(1, "Ada", null), author(2, "Bert", 1L)));
        Database database = Database.of(new MockDataSource(product, text -> rows));

        List<Author> authors = database.objects(AUTHOR).list();

        assertThat(database.product()).isEqualToIgnoringCase(product);
        assertThat(authors).extracting(Author::getName).containsExactly("Ada", "Bert");
        assertThat(authors.get(0).getEmail()).isNull();
        assertThat(authors.get(0).isActive()).isTrue();
        assertThat(authors.get(1).getBornOn()).isEqualTo(LocalDate.of(1950, 1, 10));
        assertThat(authors.get(1).getMentor()).isSameAs(authors.get(0));
    }

    /** No server of MySQL is at hand; the statements follow its manual. */
    @Test
    void mySql_givesKeysBackWithoutReturning_andIsAskedForWhatAnUpsertFound() {
        List<String> asked = new ArrayList<>();
        Database database = Database.of(new MockDataSource("MySQL", text -> {
            asked.add(text);
            return text.startsWith("SELECT")
                    ? MockRows.of(List.of(List.of(1L)))
                    : MockRows.of(List.of(List.of(7), List.of(8)));
        }));
        List<Tag> made = database.objects(TAG).bulkCreate(List.of(tag("a"), tag("b")));
        Upserted done = database.objects(TAG)
                .bulkUpsert(List.of(tag("a"), tag("b")), onConflict(TAG.label).update(TAG.label));

        assertThat(made).extracting(Tag::getId).containsExactly(7, 8);
        assertThat(done).isEqualTo(new Upserted(1, 1, 0));
        assertThat(asked).containsExactly("INSERT INTO `tag` (`label`) VALUES (?), (?)", "SELECT @`found`");
    }

    private static Tag tag(String label) {
        Tag tag = new Tag();
        tag.setLabel(label);
        return tag;
    }

    @Test
    void theAnswer_dependsOnTheStatement() {
        List<String> asked = new ArrayList<>();
        UUID key = UUID.fromString(LibraryRows.NORTH);
        Database database = Database.of(new MockDataSource("PostgreSQL", text -> {
            asked.add(text);
            return text.contains("COUNT")
                    ? MockRows.of(List.of(List.of(7L)))
                    : MockRows.of(List.of(Arrays.asList(key, "North", null)));
        }));

        assertThat(database.objects(PUBLISHER).count()).isEqualTo(7);
        assertThat(database.objects(PUBLISHER).get())
                .extracting(Publisher::getName)
                .isEqualTo("North");
        assertThat(database.objects(PUBLISHER).none().list()).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRowThatBelongsToNoOwner_isAnErrorAndNeverDropped() {
        MockRows authors = MockRows.of(List.of(author(1, "Ada", null), author(2, "Bert", null)));
        MockRows lives = MockRows.of(List.of(List.of(5L, 1L, "Ada lived long."), List.of(6L, 77L, "Nobody's life.")));
        Database database =
                Database.of(new MockDataSource("H2", text -> text.contains("\"biography\"") ? lives : authors));

        Author ada = database.objects(AUTHOR).list().getFirst();
        assertThatThrownBy(ada::getBiography)
                .isInstanceOf(ExecutionException.class)
                .hasMessageStartingWith("A row of Author.biography came with a key that was not asked for");
    }
}
