package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.TransactionException;
import org.fetchwise.servers.Engine;
import org.fetchwise.transaction.TransactionContext;
import org.fetchwise.transaction.TransactionOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks of statements as a program writes them, on every database. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class TransactionTest {
    private final Engine engine;
    private final Library library;
    private final Database database;
    private final QuerySet.Of<Tag> tags;

    TransactionTest(Engine engine) {
        this.engine = engine;
        library = Library.empty(engine);
        database = library.database();
        tags = database.objects(TAG);
    }

    @AfterEach
    void everyConnectionIsBack() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Tag of(String label) {
        Tag tag = new Tag();
        tag.setLabel(label);
        return tag;
    }

    private static void elsewhere(Runnable action) {
        CompletableFuture.runAsync(action, task -> Thread.ofVirtual().start(task))
                .join();
    }

    @Test
    void aTransaction_isHandedOverToAnotherThread() {
        database.atomic(() -> {
            tags.create(of("first"));
            TransactionContext context = database.transaction().orElseThrow();
            elsewhere(() -> database.inTransaction(context, () -> {
                assertThat(tags.count()).isEqualTo(1);
                tags.create(of("second"));
            }));
            assertThat(tags.count()).isEqualTo(2);
        });
        assertThat(database.transaction()).isEmpty();
        assertThat(tags.count()).isEqualTo(2);
    }

    @Test
    void writesOfTheOtherThread_areToldWithTheTransaction() {
        List<Object> told = new ArrayList<>();
        database.events().afterWrite(TAG, told::add);
        database.atomic(() -> {
            TransactionContext context = database.transaction().orElseThrow();
            elsewhere(() -> database.inTransaction(context, () -> {
                tags.create(of("elsewhere"));
            }));
            assertThat(told).isEmpty();
        });
        assertThat(told).hasSize(1);
    }

    @Test
    void aStatementThatFails_doomsTheBlockThatItIsIn_andIsNamed() {
        tags.create(of("taken"));
        assertThatThrownBy(() -> database.atomic(() -> {
                    tags.create(of("lost"));
                    assertThatThrownBy(() -> tags.create(of("taken"))).isInstanceOf(ConstraintException.class);
                }))
                .isInstanceOf(TransactionException.class)
                .hasMessageMatching("(?s).*in statement: .*INSERT INTO.*")
                .hasCauseInstanceOf(ConstraintException.class);
        database.atomic(() -> {
            tags.create(of("kept"));
            assertThatThrownBy(() -> database.atomic(() -> {
                        tags.create(of("taken"));
                    }))
                    .isInstanceOf(ConstraintException.class);
        });
        assertThat(tags.orderBy(TAG.label).values(TAG.label).list()).containsExactly("kept", "taken");
    }

    @Test
    void aBlockForReading_refusesEveryWrite() {
        TransactionOptions reading = TransactionOptions.STANDARD.forReading();
        assertThatThrownBy(() -> database.atomic(reading, () -> {
                    tags.create(of("lost"));
                }))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("read-only");
        assertThatThrownBy(() -> database.atomic(reading, () -> {
                    database.objects(AUTHOR).delete();
                }))
                .isInstanceOf(TransactionException.class);
    }

    /** A block that first read and then wanted to write could otherwise be refused by SQLite for good. */
    @Test
    void onSqlite_aBlockTakesTheLockForWritingAtOnce_unlessItOnlyReads() throws SQLException {
        if (engine != Engine.SQLITE) {
            return;
        }
        database.atomic(() -> assertThatThrownBy(this::writeWithoutWaiting).hasMessageContaining("SQLITE_BUSY"));
        database.atomic(TransactionOptions.STANDARD.forReading(), () -> {
            assertThat(tags.count()).isZero();
            writeWithoutWaiting();
        });
        assertThat(tags.count()).isEqualTo(1);
    }

    private void writeWithoutWaiting() {
        try (Connection connection = DriverManager.getConnection(library.url());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("INSERT INTO \"tag\" (\"label\") VALUES ('other')");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
