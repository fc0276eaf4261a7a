package org.fetchwise.jdbc;

import java.lang.ref.Cleaner;
import java.sql.SQLException;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.meta.RowReader;
import org.fetchwise.spi.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read while the caller goes on. Holds a connection until it is closed; one that is forgotten is reported in the
 * log with the line that opened it, and gives its connection back when the garbage collector finds it. Not thread-safe, but may
 * be closed by any thread.
 */
public final class Cursor implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("org.fetchwise");

    /** One thread for all cursors of the program. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final RowReader reader;
    private final Watch watch;
    private final Cleaner.Cleanable cleanable;

    Cursor(Dialect dialect, OpenResult result, @Nullable Observation observation, Origin origin) {
        reader = result.reader();
        watch = new Watch(dialect, result, observation, origin);
        cleanable = CLEANER.register(this, watch);
    }

    /** {@return the rows, before the first or where the last call left them} */
    public RowReader reader() {
        return reader;
    }

    /**
     * Gives the connection back. Closing twice is harmless.
     *
     * @throws org.fetchwise.error.FetchwiseException if the driver fails
     */
    @Override
    public void close() {
        watch.close();
        cleanable.clean();
    }

    /** What is to be closed, apart from the cursor so that the garbage collector finds the cursor alone. */
    private static final class Watch implements Runnable {
        private final Dialect dialect;
        private final OpenResult result;
        private final @Nullable Observation observation;
        private final Origin origin;
        private boolean closed;

        Watch(Dialect dialect, OpenResult result, @Nullable Observation observation, Origin origin) {
            this.dialect = dialect;
            this.result = result;
            this.observation = observation;
            this.origin = origin;
        }

        void close() {
            if (closed) {
                return;
            }
            closed = true;
            boolean failed = true;
            try {
                result.close();
                failed = false;
            } catch (SQLException failure) {
                throw dialect.translate(failure, result.text());
            } finally {
                if (observation != null) {
                    observation.end(result.reader().count(), failed);
                }
            }
        }

        /** Runs when the cursor was closed, which leaves nothing to do, or when it was lost. */
        @Override
        public void run() {
            if (!closed) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "A stream was left open and held its connection until now. Close it: try (var rows = "
                                + "posts.stream()) '{'…'}'. It was opened at {0}, in statement: {1}",
                        origin,
                        result.text());
                close();
            }
        }
    }
}
