package org.fetchwise.cli.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fetchwise.Database;
import org.fetchwise.cli.guide.Scenario.Attempt;
import org.fetchwise.cli.guide.Scenario.Change;
import org.fetchwise.cli.guide.Scenario.Code;
import org.fetchwise.cli.record.StatementRecord;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.data.BlogData;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.jspecify.annotations.Nullable;

/**
 * Counts and measures code on a database. Counting and measuring are runs of their own, because counting slows down what it
 * counts. Not safe for use by several threads.
 */
final class Laboratory {
    private final DataSource connections;
    private final Database database;
    private final Database counted;
    private final StatementRecord record = new StatementRecord();
    private final Count told = new Count();
    private final BlogFacts facts;
    private final Stopwatch stopwatch;

    /**
     * Creates a laboratory.
     *
     * @param connections the connections to the database, which the caller closes
     * @param facts what is true of the rows, before and after each run
     * @param stopwatch measures what code takes
     */
    Laboratory(DataSource connections, BlogFacts facts, Stopwatch stopwatch) {
        this.connections = connections;
        this.facts = facts;
        this.stopwatch = stopwatch;
        database = Database.of(connections).withClock(BlogData.CLOCK);
        counted =
                Database.of(record.over(connections)).withClock(BlogData.CLOCK).withListener(told);
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
        /** {@return the same with another answer} */
        Counted answering(Answer other) {
            return new Counted(queries, told, rows, valueBytes, statements, plan, other.digest(), other.isEmpty());
        }

        /** {@return the same with what a run took} */
        Measurement with(Measurement.Cost cost) {
            return new Measurement(queries, rows, valueBytes, statements, plan, answer, cost);
        }
    }

    /**
     * {@return what the code sends, reads and prints}
     *
     * @param attempt the code and how it is run
     * @param change what it changes, or null where it only reads
     */
    Counted count(Attempt attempt, @Nullable Change change) {
        boolean explains = attempt.bounds().stream().anyMatch(Bound.UsesIndex.class::isInstance);
        if (explains) {
            Statistics.refresh(connections, "blog_post");
        }
        Blog blog = blog(counted, attempt.variant().fetchMode());
        List<Counted> result = new ArrayList<>();
        leavingTheRowsAsTheyAre(blog, change, () -> {
            // The first query on a connection sets it up, which does not count.
            blog.tags().exists();
            record.clear();
            record.explain(explains);
            told.statements.set(0);
            Answer answer = new Answer();
            attempt.code().run(blog, answer);
            Counted sent = counted(answer);
            if (change != null) {
                change.state().run(blog(counted, FetchMode.PEERS), answer);
            }
            result.add(sent.answering(answer));
        });
        return result.getFirst();
    }

    private Counted counted(Answer answer) {
        return new Counted(
                record.count(),
                told.statements.get(),
                record.rows(),
                record.valueBytes(),
                record.statements(),
                record.plan(),
                answer.digest(),
                answer.isEmpty());
    }

    /**
     * {@return what the code takes when it is warm; undoing what it does is not measured}
     *
     * @param attempt the code and how it is run
     * @param change what it changes, or null where it only reads
     */
    Measurement.Cost measure(Attempt attempt, @Nullable Change change) {
        Blog blog = blog(database, attempt.variant().fetchMode());
        Code code = attempt.code();
        Consumer<Runnable> around = run -> leavingTheRowsAsTheyAre(blog, change, run);
        Runnable run = () -> code.run(blog, new Answer());
        // Threads that wait for each other take long, and no shorter the next time.
        return change != null && change.undo() != null
                ? stopwatch.measureOnce(around, run)
                : stopwatch.measure(around, run);
    }

    private void leavingTheRowsAsTheyAre(Blog blog, @Nullable Change change, Runnable run) {
        if (change == null) {
            run.run();
        } else if (change.undo() != null) {
            try {
                run.run();
            } finally {
                change.undo().run(blog, facts);
            }
        } else {
            try {
                blog.db().atomic(() -> {
                    run.run();
                    throw new RollingBack();
                });
            } catch (RollingBack done) {
                // The rows are what they were.
            }
        }
    }

    private static Blog blog(Database database, FetchMode mode) {
        return Blog.of(database.withFetchMode(mode));
    }

    /** How many statements the library has told of. */
    private static final class Count implements QueryListener {
        private final AtomicInteger statements = new AtomicInteger();

        @Override
        public void started(QueryStart start) {
            statements.incrementAndGet();
        }
    }

    /** Ends a transaction without its effects. */
    private static final class RollingBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        RollingBack() {
            super("The rows become what they were.", null, false, false);
        }
    }
}
