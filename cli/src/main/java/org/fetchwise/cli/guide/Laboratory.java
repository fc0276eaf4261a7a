package org.fetchwise.cli.guide;

import java.util.Map;
import javax.sql.DataSource;
import org.fetchwise.Database;
import org.fetchwise.cli.guide.Scenario.Attempt;
import org.fetchwise.cli.guide.Scenario.Code;
import org.fetchwise.cli.record.RecordingDataSource;
import org.fetchwise.cli.record.StatementRecord;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.data.BlogData;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;

/**
 * Counts and measures code on a database. Counting and measuring are runs of their own, because counting slows down what it
 * counts. Not safe for use by several threads.
 */
final class Laboratory {
    private final Database database;
    private final Database counted;
    private final StatementRecord record = new StatementRecord();
    private final Count told = new Count();
    private final Stopwatch stopwatch;

    /**
     * Creates a laboratory.
     *
     * @param connections the connections to the database, which the caller closes
     * @param stopwatch measures what code takes
     */
    Laboratory(DataSource connections, Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
        database = Database.of(connections).withClock(BlogData.CLOCK);
        counted = Database.of(new RecordingDataSource(connections, record))
                .withClock(BlogData.CLOCK)
                .withListener(told);
    }

    /**
     * What a counted run gave.
     *
     * @param queries how many statements the connections saw
     * @param told how many statements the listener was told of
     * @param rows how many rows were read
     * @param valueBytes the bytes of the values read
     * @param statements the different statements, with how often each was sent
     * @param plan what the database says of how it runs the last statement; empty where nobody asked it
     * @param answer the SHA-256 of what was printed
     * @param isEmpty whether nothing was printed
     */
    record Counted(
            int queries,
            int told,
            long rows,
            long valueBytes,
            Map<String, Integer> statements,
            String plan,
            String answer,
            boolean isEmpty) {
        /** {@return the same with what a run took} */
        Measurement with(Measurement.Cost cost) {
            return new Measurement(queries, rows, valueBytes, statements, plan, answer, cost);
        }
    }

    /**
     * {@return what the code sends, reads and prints}
     *
     * @param attempt the code and how it is run
     */
    Counted count(Attempt attempt) {
        Blog blog = blog(counted, attempt.variant().fetchMode());
        // The first query on a connection sets it up, which does not count.
        blog.tags().exists();
        record.clear();
        record.explain(attempt.bounds().stream().anyMatch(Bound.UsesIndex.class::isInstance));
        told.statements = 0;
        Answer answer = new Answer();
        attempt.code().run(blog, answer);
        return new Counted(
                record.count(),
                told.statements,
                record.rows(),
                record.valueBytes(),
                record.statements(),
                record.plan(),
                answer.digest(),
                answer.isEmpty());
    }

    /**
     * {@return what the code takes when it is warm}
     *
     * @param attempt the code and how it is run
     */
    Measurement.Cost measure(Attempt attempt) {
        Blog blog = blog(database, attempt.variant().fetchMode());
        Code code = attempt.code();
        return stopwatch.measure(() -> code.run(blog, new Answer()));
    }

    private static Blog blog(Database database, FetchMode mode) {
        return Blog.of(database.withFetchMode(mode));
    }

    /** How many statements the library has told of. */
    private static final class Count implements QueryListener {
        private int statements;

        @Override
        public void started(QueryStart start) {
            statements++;
        }
    }
}
