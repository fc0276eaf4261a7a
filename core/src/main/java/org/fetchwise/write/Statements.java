package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fetchwise.compile.Bound;
import org.fetchwise.compile.BoundWrite;
import org.fetchwise.compile.WriteCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.RowFunction;
import org.fetchwise.jdbc.TransactionBlocks;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
import org.fetchwise.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and runs the statements that writing takes. Safe for use by several threads.
 *
 * @param queries compiles queries
 * @param writes compiles changes
 * @param executor runs statements
 * @param blocks runs several of them together
 * @param keys makes the keys that the database does not
 */
record Statements(
        Function<Query, Bound> queries,
        WriteCompiler writes,
        JdbcExecutor executor,
        TransactionBlocks blocks,
        Keys keys) {
    /** Why a statement runs, and who asked for it. */
    record Reason(Cause cause, @Nullable Origin origin) {
        static Reason of(String kind, @Nullable Origin origin) {
            return new Reason(new Cause.Write(kind), origin);
        }
    }

    Dialect dialect() {
        return executor.dialect();
    }

    /** Runs a change and gives the number of rows. */
    long write(Write write, Reason reason) {
        if (write.rows().isEmpty()) {
            return 0;
        }
        BoundWrite bound = writes.bind(write);
        return executor.write(bound.compiled().statement(), bound.values(), reason.cause(), reason.origin());
    }

    /** Runs a statement that gives no rows, and gives the number of those that it concerned. */
    long write(SqlStatement statement, @Nullable Object[] slots, Reason reason) {
        return executor.write(dialect().render(statement), slots, reason.cause(), reason.origin());
    }

    /** Runs a statement that writes and gives rows. */
    <R> R read(SqlStatement statement, @Nullable Object[] slots, Reason reason, RowFunction<R> function) {
        executor.requireWriting();
        return executor.read(dialect().render(statement), slots, reason.cause(), reason.origin(), function);
    }

    /** Runs an update that gives columns of the changed rows back. */
    <R> R read(Write.Updating update, Reason reason, RowFunction<R> function) {
        executor.requireWriting();
        BoundWrite bound = writes.bind(update);
        return executor.read(bound.compiled().statement(), bound.values(), reason.cause(), reason.origin(), function);
    }

    /** The keys of a query's objects. */
    List<Object> keys(Query query, Reason reason) {
        if (query.isEmpty()) {
            return List.of();
        }
        Term.Column key = Term.key(Path.of(query.entity()));
        Query keys = query.withProjection(new Projection.Values(List.of(new Projection.Item("key", key))))
                .withPrefetches(List.of());
        if (query.slice().isEverything()) {
            keys = keys.orderedBy(List.of());
        }
        Bound bound = queries.apply(keys);
        ValueType<?> type = key.type();
        return executor.read(bound.compiled().statement(), bound.values(), reason.cause(), reason.origin(), rows -> {
            List<Object> found = new ArrayList<>();
            while (rows.next()) {
                Object value = type.read(rows, 1);
                if (value != null) {
                    found.add(value);
                }
            }
            return found;
        });
    }
}
