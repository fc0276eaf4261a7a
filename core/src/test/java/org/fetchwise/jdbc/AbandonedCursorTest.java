package org.fetchwise.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.fetchwise.dialect.RealDatabase;
import org.fetchwise.dialect.Trees;
import org.fetchwise.schema.Schema;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.fetchwise.sql.Rendered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbandonedCursorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Keeps what is logged. */
    private static final class Kept extends Handler {
        private final BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void forgottenCursor_isReportedWithItsLine_andGivesItsConnectionBack(Engine engine) throws Exception {
        Logger logger = Logger.getLogger("org.fetchwise");
        Kept kept = new Kept();
        logger.addHandler(kept);
        logger.setUseParentHandlers(false);
        try (RealDatabase database = RealDatabase.open(engine)) {
            new Schema(
                            database.executor(),
                            List.of(Trees.entity("book", List.of(Trees.ID_COLUMN), List.of(), List.of())))
                    .create();
            database.insert("book", List.of(Trees.ID_COLUMN), List.of(1L));
            forget(database);
            assertThat(database.onLoan()).isEqualTo(1);
            String message = new SimpleFormatter().formatMessage(awaitReport(kept));
            assertThat(message)
                    .contains("left open")
                    .contains("AbandonedCursorTest.forget(AbandonedCursorTest.java:")
                    .contains("SELECT")
                    .contains("try (var rows = posts.stream()) {…}");
            awaitReturn(database);
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(kept);
        }
    }

    private static void forget(RealDatabase database) throws SQLException {
        Rendered keys = database.dialect().render(Trees.select(Trees.ID));
        Cursor cursor = database.executor().open(keys, new Object[0], new Cause.Terminal("stream"), null, 10);
        assertThat(cursor.reader().next()).isTrue();
    }

    private static LogRecord awaitReport(Kept kept) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        @Nullable LogRecord report = null;
        while (report == null && System.nanoTime() < end) {
            System.gc();
            report = kept.records.poll(50, TimeUnit.MILLISECONDS);
        }
        if (report == null) {
            throw new AssertionError("nothing was reported");
        }
        return report;
    }

    private static void awaitReturn(RealDatabase database) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (database.onLoan() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(database.onLoan()).isZero();
    }
}
