package org.fetchwise.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AssertionFailureBuilder;

/**
 * Records the statements of a handle, of all threads, and asserts how many a piece of code sends:
 *
 * <pre>{@code
 * QueryRecorder recorder = new QueryRecorder();
 * Posts posts = database.withListener(recorder).querySet(Posts.class);
 * recorder.assertQueries(2, () -> posts.prefetchRelated(POST.comments()).list());
 * }</pre>
 *
 * <p>Mutable, and safe for use by several threads.
 */
public final class QueryRecorder implements QueryListener {
    private final List<QueryStart> started = new CopyOnWriteArrayList<>();
    private final List<QueryEnd> finished = new CopyOnWriteArrayList<>();

    /** Creates a recorder that has recorded nothing. */
    public QueryRecorder() {}

    @Override
    public void started(QueryStart start) {
        started.add(start);
    }

    @Override
    public void finished(QueryEnd end) {
        finished.add(end);
    }

    /** {@return the statements that were sent, in order} */
    public List<QueryStart> started() {
        return List.copyOf(started);
    }

    /** {@return the statements that have come to an end, in the order of their ends} */
    public List<QueryEnd> finished() {
        return List.copyOf(finished);
    }

    /** {@return the texts of the statements that were sent, in order} */
    public List<String> texts() {
        return started.stream().map(QueryStart::text).toList();
    }

    /** {@return why the statements were sent, in order} */
    public List<Cause> causes() {
        return started.stream().map(QueryStart::cause).toList();
    }

    /** {@return how many rows the statements that have come to an end have read or written together} */
    public long rows() {
        return finished.stream().mapToLong(QueryEnd::rows).sum();
    }

    /** Forgets what was recorded. */
    public void clear() {
        started.clear();
        finished.clear();
    }

    /**
     * Forgets what was recorded, runs an action, and asserts how many statements were sent meanwhile.
     *
     * @param expected the number of statements
     * @param action what sends them
     */
    public void assertQueries(int expected, Runnable action) {
        clear();
        action.run();
        check(expected);
    }

    /**
     * Forgets what was recorded, runs an action, and asserts how many statements were sent meanwhile.
     *
     * @param expected the number of statements
     * @param action what sends them
     * @param <V> what the action returns
     * @return what the action returned
     */
    public <V extends @Nullable Object> V assertQueries(int expected, Supplier<V> action) {
        clear();
        V result = action.get();
        check(expected);
        return result;
    }

    private void check(int expected) {
        List<QueryStart> statements = started();
        if (statements.size() != expected) {
            AssertionFailureBuilder.assertionFailure()
                    .message(describe(statements))
                    .expected(expected)
                    .actual(statements.size())
                    .buildAndThrow();
        }
    }

    private static String describe(List<QueryStart> statements) {
        StringBuilder text = new StringBuilder("The statements sent:");
        int number = 0;
        for (QueryStart statement : statements) {
            text.append("%n%3d. %s".formatted(++number, describe(statement.cause())));
            if (statement.origin() != null) {
                text.append(" at ").append(statement.origin());
            }
            text.append(System.lineSeparator()).append("     ").append(statement.text());
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static String describe(Cause cause) {
        return switch (cause) {
            case Cause.Terminal terminal -> terminal.name();
            case Cause.PeerLoad load -> load.path() + " for " + objects(load.peers());
            case Cause.PeerChunk chunk -> chunk.path() + " for " + chunk.peers() + " of " + objects(chunk.members());
            case Cause.PeerCount count -> "number of " + count.path() + " for " + objects(count.peers());
            case Cause.PrefetchLoad load -> "prefetch of " + load.path();
            case Cause.DeferredColumn column -> column.path() + " for " + objects(column.peers());
            case Cause.Write write -> write.kind();
            case Cause.Raw raw -> "SQL";
        };
    }

    private static String objects(int number) {
        return number == 1 ? "1 object" : number + " objects";
    }
}
