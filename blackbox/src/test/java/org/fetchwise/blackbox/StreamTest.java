package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams over more rows than are read at a time. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class StreamTest {
    private static final int ROWS = 5_000;

    private final Library library;

    StreamTest(Engine engine) {
        library = Library.empty(engine);
        library.execute("INSERT INTO \"tag\" (\"id\", \"label\") VALUES "
                + IntStream.rangeClosed(1, ROWS)
                        .mapToObj(id -> "(%d, 'tag %04d')".formatted(id, id))
                        .collect(Collectors.joining(", ")));
    }

    @AfterEach
    void drop() throws SQLException {
        library.close();
    }

    @Test
    void allRowsComeInOrder() {
        List<Integer> ids = new ArrayList<>();
        try (Stream<Tag> tags = library.database().objects(TAG).stream()) {
            tags.forEach(tag -> ids.add(tag.getId()));
        }
        assertThat(ids).isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
        assertThat(library.pool().lent()).isZero();
    }

    @Test
    void anOpenStream_holdsOneConnectionAndGivesItBack() {
        try (Stream<Tag> tags = library.database().objects(TAG).stream()) {
            assertThat(tags.iterator().next().getId()).isEqualTo(1);
            assertThat(library.pool().lent()).isEqualTo(1);
        }
        assertThat(library.pool().lent()).isZero();
        assertThat(library.database().objects(TAG).count()).isEqualTo(ROWS);
    }

    @Test
    void aChunk_isAGroupOfPeers() {
        QueryRecorder recorder = new QueryRecorder();
        List<Integer> sizes = new ArrayList<>();
        library.database().withListener(recorder).objects(TAG).forEachChunk(2_500, chunk -> {
            for (Tag tag : chunk) {
                sizes.add(tag.getBooks().size());
            }
        });
        assertThat(sizes).hasSize(ROWS).containsOnly(0);
        assertThat(recorder.causes())
                .containsExactly(
                        new Cause.Terminal("forEachChunk"),
                        new Cause.PeerCount("Tag.books", 2_500),
                        new Cause.PeerCount("Tag.books", 2_500));
    }

    @Test
    void values_areStreamedToo() {
        try (Stream<String> labels = library.database().objects(TAG).values(TAG.label).stream()) {
            assertThat(labels.skip(4_998)).containsExactly("tag 4999", "tag 5000");
        }
        assertThat(library.pool().lent()).isZero();
    }

    @Test
    void anAbandonedStream_isReportedWithItsLineAndGivesItsConnectionBack() throws InterruptedException {
        Logger logger = Logger.getLogger("org.fetchwise");
        List<LogRecord> reports = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord report) {
                reports.add(report);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            abandon();
            for (int attempt = 0; attempt < 100 && library.pool().lent() > 0; attempt++) {
                System.gc();
                Thread.sleep(50);
            }
            assertThat(library.pool().lent()).isZero();
            assertThat(reports).hasSize(1);
            assertThat(reports.get(0).getMessage()).contains("left open").contains("try (");
            assertThat(reports.get(0).getParameters()[0].toString()).contains("StreamTest.java");
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
    }

    /** A method of its own, so that no local variable keeps the stream. */
    @SuppressWarnings("MustBeClosedChecker") // the point of the test
    private void abandon() {
        assertThat(library.database().objects(TAG).stream().iterator().next().getLabel())
                .isEqualTo("tag 0001");
        assertThat(library.pool().lent()).isEqualTo(1);
    }
}
