package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.UnreachableException;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed. What was under way has never been, and once the server is back, everything goes on. */
class CrashTest {
    private static final int TAGS = 40;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void nothingIsHalfWritten_andTheNextStatementWorks(Engine engine) throws Exception {
        try (Servers servers = Servers.own();
                TemporaryDatabase place = servers.newDatabase(engine, "crash");
                PooledLibrary library = PooledLibrary.created(place.url(), 4)) {
            inABulkWrite(servers, engine, library);
            inAStatement(servers, engine, library);
            amongCommits(servers, engine, library);
        }
    }

    private static void inABulkWrite(Servers servers, Engine engine, PooledLibrary library) throws Exception {
        Database database = library.database();
        AtomicInteger inserts = new AtomicInteger();
        Database killing = database.withListener(new QueryListener() {
            @Override
            public void finished(QueryEnd end) {
                if (end.start().text().startsWith("INSERT") && inserts.incrementAndGet() == 2) {
                    servers.crash(engine);
                }
            }
        });
        List<Tag> tags = PooledLibrary.tags("bulk", TAGS);
        assertThatThrownBy(() -> killing.objects(TAG).bulkCreate(tags, 10)).isInstanceOf(UnreachableException.class);
        assertThat(inserts).hasValueGreaterThanOrEqualTo(2);
        library.assertWhole();
        assertThat(database.objects(TAG).count()).isZero();
        assertThat(database.objects(TAG).bulkCreate(PooledLibrary.tags("bulk", TAGS), 10))
                .hasSize(TAGS);
        assertThat(database.objects(TAG).count()).isEqualTo(TAGS);
    }

    private static void inAStatement(Servers servers, Engine engine, PooledLibrary library) throws Exception {
        Database database = library.database();
        String sleeping = engine == Engine.POSTGRESQL ? "SELECT 1 FROM pg_sleep(60)" : "SELECT SLEEP(60)";
        assertThatThrownBy(() -> database.atomic(() -> {
                    database.objects(TAG).bulkCreate(PooledLibrary.tags("lost", TAGS));
                    Thread.ofVirtual().start(() -> crashSoon(servers, engine));
                    database.sql(sleeping).list(Long.class);
                }))
                .isInstanceOf(UnreachableException.class);
        awaitAnswer(database);
        library.assertWhole();
        assertThat(database.objects(TAG).filter(TAG.label.startsWith("lost")).count())
                .isZero();
    }

    private static void crashSoon(Servers servers, Engine engine) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        servers.crash(engine);
    }

    private static void amongCommits(Servers servers, Engine engine, PooledLibrary library) throws Exception {
        Database database = library.database();
        AtomicBoolean crashed = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = List.of(
                    threads.submit(() -> write(database, "left", crashed)),
                    threads.submit(() -> write(database, "right", crashed)));
            Thread.sleep(300);
            servers.crash(engine);
            crashed.set(true);
            for (Future<?> one : writing) {
                one.get();
            }
        }
        library.assertWhole();
        for (String side : List.of("left", "right")) {
            assertThat(database.objects(TAG).filter(TAG.label.startsWith(side)).count() % 3)
                    .as("tags of %s that stand without those written with them", side)
                    .isZero();
        }
        assertThat(database.objects(TAG).bulkCreate(PooledLibrary.tags("after", 3)))
                .hasSize(3);
    }

    /** A crash between two blocks breaks none: the pool notices that its connections are lost. */
    private static void write(Database database, String label, AtomicBoolean crashed) {
        for (int at = 0; !crashed.get(); at++) {
            List<Tag> three = PooledLibrary.tags(label + at + "-", 3);
            try {
                database.atomic(() -> three.forEach(tag -> database.objects(TAG).create(tag)));
            } catch (UnreachableException broken) {
                return;
            }
        }
    }

    /** Asks until the server is back. */
    private static void awaitAnswer(Database database) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                database.objects(TAG).exists();
                return;
            } catch (UnreachableException notYet) {
                if (tries == 100) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }
}
