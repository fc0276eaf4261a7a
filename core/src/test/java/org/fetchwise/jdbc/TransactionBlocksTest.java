package org.fetchwise.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.fetchwise.dialect.RealDatabase;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.ContentionException;
import org.fetchwise.error.TransactionException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.servers.Engine;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.transaction.Isolation;
import org.fetchwise.transaction.TransactionContext;
import org.fetchwise.transaction.TransactionOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks on every database; after each test every connection is back, and the next statement works. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class TransactionBlocksTest {
    private static final ColumnRef ID = new ColumnRef("entry", "id", StorageType.BIGINT);
    private static final Select IDS = new Select(
            false,
            List.of(new Output(ID, null)),
            new FromItem.Table("entry", "entry"),
            List.of(),
            null,
            List.of(),
            null,
            List.of(new SortKey(ID, false, SortKey.Nulls.DEFAULT)),
            null,
            null);

    private final RealDatabase database;
    private final TransactionBlocks blocks;
    private final String table;
    private final List<String> events = new ArrayList<>();

    TransactionBlocksTest(Engine engine) {
        database = RealDatabase.open(engine);
        blocks = new TransactionBlocks(database.executor(), database.transactions());
        table = database.dialect().quote("entry");
        database.execute(
                "CREATE TABLE " + table + " (" + database.dialect().quote("id") + " BIGINT NOT NULL PRIMARY KEY)");
    }

    @AfterEach
    void everythingIsBack() {
        assertThat(database.onLoan()).isZero();
        insert(999);
        database.close();
    }

    private void insert(int id) {
        database.execute("INSERT INTO " + table + " VALUES (" + id + ")");
    }

    private List<@Nullable Long> ids() {
        return database.longs(IDS);
    }

    private void atomic(Runnable block) {
        atomic(TransactionOptions.STANDARD, block);
    }

    private void atomic(TransactionOptions options, Runnable block) {
        blocks.<@Nullable Void>run(options, () -> {
            block.run();
            return null;
        });
    }

    private static RuntimeException failure() {
        return new IllegalStateException("told");
    }

    @Test
    void theEnd_commits_andAnExceptionRollsBack() {
        atomic(() -> insert(1));
        assertThatThrownBy(() -> atomic(() -> {
                    insert(2);
                    throw failure();
                }))
                .hasMessage("told");
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    void anInnerBlock_isASavepoint() {
        atomic(() -> {
            insert(1);
            assertThatThrownBy(() -> atomic(() -> {
                        insert(2);
                        insert(1);
                    }))
                    .isInstanceOf(ConstraintException.class);
            atomic(() -> atomic(() -> insert(3)));
        });
        assertThat(ids()).containsExactly(1L, 3L);
    }

    @Test
    void aFailureThatIsCaughtInside_doomsTheBlock_whichNamesTheStatement() {
        assertThatThrownBy(() -> atomic(() -> {
                    insert(1);
                    assertThatThrownBy(() -> insert(1)).isInstanceOf(ConstraintException.class);
                    assertThatThrownBy(this::ids)
                            .isInstanceOf(TransactionException.class)
                            .hasMessageContaining("in statement: INSERT INTO " + table);
                }))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("in statement: INSERT INTO " + table)
                .hasCauseInstanceOf(ConstraintException.class);
        assertThat(ids()).isEmpty();
    }

    @Test
    void aBlock_mayBeRolledBackOnPurpose() {
        atomic(() -> {
            insert(1);
            atomic(() -> {
                insert(2);
                Objects.requireNonNull(blocks.current()).rollBackOnly();
            });
        });
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    void actions_runAfterTheCommit_unlessTheirBlockIsRolledBack() {
        atomic(() -> {
            blocks.onCommit(() -> events.add("first, transaction open: " + (blocks.current() != null)));
            blocks.onRollback(() -> events.add("never"));
            assertThatThrownBy(() -> atomic(() -> {
                        blocks.onCommit(() -> events.add("never"));
                        blocks.onRollback(() -> events.add("undone"));
                        throw failure();
                    }))
                    .hasMessage("told");
            atomic(() -> blocks.onCommit(() -> events.add("second")));
            events.add("end");
        });
        blocks.onCommit(() -> events.add("at once"));
        assertThat(events).containsExactly("undone", "end", "first, transaction open: false", "second", "at once");
    }

    @Test
    void anActionThatFails_keepsNoOtherFromRunning() {
        assertThatThrownBy(() -> atomic(() -> {
                    insert(1);
                    blocks.onCommit(() -> {
                        throw failure();
                    });
                    blocks.onCommit(() -> events.add("second"));
                }))
                .hasMessage("told");
        assertThat(events).containsExactly("second");
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    void aDurableBlock_isTheOutermost() {
        TransactionOptions durable = TransactionOptions.STANDARD.durably();
        atomic(durable, () -> insert(1));
        assertThatThrownBy(() -> atomic(() -> atomic(durable, () -> insert(2))))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("outermost");
        assertThatThrownBy(() -> atomic(() -> atomic(TransactionOptions.STANDARD.retries(1), () -> insert(2))))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("savepoint");
        assertThat(ids()).containsExactly(1L);
    }

    @Test
    void isolation_isChosen_andGivenBack() {
        int expected = Isolation.values().length;
        for (Isolation isolation : Isolation.values()) {
            atomic(
                    TransactionOptions.STANDARD.isolation(isolation),
                    () -> insert(isolation.name().length()));
        }
        assertThat(ids()).hasSize(expected);
    }

    @Test
    void theTimeLimit_endsTheBlock() {
        assertThatThrownBy(() -> atomic(TransactionOptions.STANDARD.timeout(Duration.ofMillis(30)), () -> {
                    insert(1);
                    sleep();
                    insert(2);
                }))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("time limit of PT0.03S");
        assertThat(ids()).isEmpty();
    }

    private static void sleep() {
        try {
            Thread.sleep(60);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    @Test
    void contention_runsTheBlockAgain_onRequest() {
        AtomicInteger runs = new AtomicInteger();
        Runnable block = () -> {
            insert(runs.incrementAndGet());
            if (runs.get() < 3) {
                throw new ContentionException("in the way");
            }
        };
        atomic(TransactionOptions.STANDARD.retries(2), block);
        assertThat(ids()).containsExactly(3L);
        runs.set(0);
        assertThatThrownBy(() -> atomic(TransactionOptions.STANDARD.retries(1), block))
                .isInstanceOf(ContentionException.class);
    }

    @Test
    void aTransaction_isHandedOver_toOneThreadAtATime() {
        List<TransactionContext> ended = new ArrayList<>();
        atomic(() -> {
            insert(1);
            TransactionContext context = Objects.requireNonNull(blocks.current());
            ended.add(context);
            elsewhere(() -> blocks.with(context, () -> {
                insert(2);
                assertThatThrownBy(() -> elsewhere(() -> blocks.with(context, this::ids)))
                        .isInstanceOf(CompletionException.class)
                        .hasMessageContaining("in the hands of another thread");
                return ids();
            }));
            assertThatThrownBy(() -> blocks.with(context, this::ids))
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("in a transaction already");
            assertThat(ids()).containsExactly(1L, 2L);
        });
        assertThatThrownBy(() -> blocks.with(ended.getFirst(), this::ids))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("has ended");
        assertThat(ids()).containsExactly(1L, 2L);
    }

    private static void elsewhere(Runnable action) {
        CompletableFuture.runAsync(action, task -> Thread.ofVirtual().start(task))
                .join();
    }

    @Test
    void aReadOnlyBlock_reads() {
        insert(1);
        atomic(TransactionOptions.STANDARD.forReading(), () -> assertThat(ids()).containsExactly(1L));
        atomic(() -> insert(2));
        assertThat(ids()).containsExactly(1L, 2L);
    }
}
