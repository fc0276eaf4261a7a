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
    private final Stopwatch stopwatch = new Stopwatch();

    /**
     * Creates a laboratory.
     *
     * @param connections the connections to the database, which the caller closes
     */
    Laboratory(DataSource connections) {
        database = Database.of(connections).withClock(BlogData.CLOCK);
        counted = Database.of(new RecordingDataSource(connections, record))
                .withClock(BlogData.CLOCK)
                .withListener(told);
    }

    /** What a counted run gave. */
    record Counted(int queries, int told, long rows, long valueBytes, Map<String, Integer> statements, Answer answer) {}

    /**
     * {@return what the code sends, reads and prints}
     *
     * @param attempt the code and how it is run
     */
    Counted count(Attempt attempt) {
        Blog blog = blog(counted, attempt.variant().fetchMode());
        record.clear();
        told.statements = 0;
        Answer answer = new Answer();
        attempt.code().run(blog, answer);
        return new Counted(
                record.count(), told.statements, record.rows(), record.valueBytes(), record.statements(), answer);
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
