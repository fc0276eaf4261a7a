package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.UnreachableException;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that break, or that are not to be had. After each test all are back, and the next statement works. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"POSTGRESQL", "MARIADB"})
class BrokenConnectionTest {
    private static final Duration SHORT_WAIT = Duration.ofMillis(300);

    private final TemporaryDatabase place;
    private final Wire wire;
    private final PooledLibrary library;
    private final Database database;
    private final QuerySet.Of<Tag> tags;

    BrokenConnectionTest(Engine engine) throws Exception {
        place = Servers.shared().newDatabase(engine, "broken");
        wire = new Wire(place.url());
        library = PooledLibrary.created(wire.url(), 2);
        database = library.database();
        tags = database.objects(TAG);
    }

    @AfterEach
    void everythingWorks() throws Exception {
        try (place;
                wire;
                library) {
            library.assertWhole();
            Tag after = tags.create(tag("after"));
            assertThat(tags.get(TAG.id.eq(after.getId())).getLabel()).isEqualTo("after");
        }
    }

    private static Tag tag(String label) {
        Tag tag = new Tag();
        tag.setLabel(label);
        return tag;
    }

    @Test
    void aResetBetweenStatements_undoesTheBlock() {
        assertThatThrownBy(() -> database.atomic(() -> {
                    tags.create(tag("one"));
                    wire.cut();
                    tags.create(tag("two"));
                }))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("the connection broke");
        assertThat(tags.exists()).isFalse();
    }

    @Test
    void anAnswerThatIsLost_isToldAsABrokenConnection() {
        assertThatThrownBy(() -> database.atomic(() -> {
                    tags.create(tag("one"));
                    wire.loseNextAnswer();
                    tags.create(tag("two"));
                }))
                .isInstanceOf(UnreachableException.class);
        assertThat(tags.exists()).isFalse();
    }

    @Test
    void aCommitWhoseAnswerIsLost_isToldToBeInDoubt() {
        assertThatThrownBy(() -> database.atomic(() -> {
                    tags.bulkCreate(PooledLibrary.tags("doubt", 30));
                    wire.loseNextAnswer();
                }))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("while the transaction was committed")
                .hasMessageContaining("nobody knows");
        assertThat(tags.count()).isIn(0L, 30L);
    }

    @Test
    void aPoolWithoutAFreeConnection_isToldAsSuch() {
        try (PooledLibrary narrow = PooledLibrary.over(wire.url(), 1, SHORT_WAIT)) {
            QuerySet.Of<Tag> waiting = narrow.database().objects(TAG);
            narrow.database().atomic(() -> {
                AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
                inAnotherThread(() -> waiting.exists(), thrown, false);
                assertThat(thrown.get())
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("became free in time");
            });
            assertThat(waiting.exists()).isFalse();
        }
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsForAConnection_isToldAndStaysInterrupted() {
        try (PooledLibrary narrow = PooledLibrary.over(wire.url(), 1, Duration.ofSeconds(30))) {
            QuerySet.Of<Tag> waiting = narrow.database().objects(TAG);
            narrow.database().atomic(() -> {
                AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
                assertThat(inAnotherThread(() -> waiting.exists(), thrown, true))
                        .as("interrupted")
                        .isTrue();
                assertThat(thrown.get()).isInstanceOf(UnreachableException.class);
            });
            assertThat(waiting.exists()).isFalse();
        }
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsForARow_leavesNothingHalf() {
        Tag locked = tags.create(tag("locked"));
        QuerySet.Of<Tag> one = tags.filter(TAG.id.eq(locked.getId()));
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        CountDownLatch waits = new CountDownLatch(1);
        Thread waiting = Thread.ofPlatform().unstarted(() -> {
            waits.countDown();
            try {
                one.update(TAG.label.to("changed"));
            } catch (RuntimeException failure) {
                thrown.set(failure);
            }
        });
        database.atomic(() -> {
            one.update(TAG.label.to("first"));
            waiting.start();
            await(waits);
            waiting.interrupt();
        });
        join(waiting);
        // A driver either goes on waiting, or tells that it was interrupted.
        assertThat(one.get().getLabel()).isEqualTo(thrown.get() == null ? "changed" : "first");
    }

    /** {@return whether the thread is interrupted after it has done something} */
    private static boolean inAnotherThread(
            Runnable action, AtomicReference<@Nullable Throwable> thrown, boolean interrupt) {
        boolean[] interrupted = new boolean[1];
        CountDownLatch begins = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().start(() -> {
            begins.countDown();
            try {
                action.run();
            } catch (RuntimeException failure) {
                thrown.set(failure);
            }
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        await(begins);
        if (interrupt) {
            thread.interrupt();
        }
        join(thread);
        return interrupted[0];
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
