package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fetchwise.compile.Bound;
import org.fetchwise.compile.BoundWrite;
import org.fetchwise.compile.WriteCompiler;
import org.fetchwise.dialect.Capabilities.Returning;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.error.UnreachableException;
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
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlStatement;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.sql.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and runs the statements that writing takes. Safe for use by several threads.
 *
 * @param queries compiles queries
 * @param writes compiles changes
 * @param executor runs statements
 * @param blocks runs several of them together
 * @param keys makes the keys that the database does not
 * @param references what refers to the rows of each entity
 */
record Statements(
        Function<Query, Bound> queries,
        WriteCompiler writes,
        JdbcExecutor executor,
        TransactionBlocks blocks,
        Keys keys,
        References references) {
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
        if (write.rows().entity().isJoined()) {
            return new JoinedRows(this, reason).write(write);
        }
        BoundWrite bound = writes.bind(write);
        return writing(
                bound.compiled().writes(),
                () -> executor.write(bound.compiled().statement(), bound.values(), reason.cause(), reason.origin()));
    }

    private <V> V writing(Set<String> tables, Supplier<V> statement) {
        return writing(tables, false, statement);
    }

    /** Runs a statement that writes, and takes note of the tables. */
    private <V> V writing(Set<String> tables, boolean others, Supplier<V> statement) {
        try {
            V result = statement.get();
            blocks.wrote(tables, others);
            return result;
        } catch (UnreachableException lost) {
            // The statement may have had its effect before the connection was lost.
            blocks.wrote(tables, others);
            throw lost;
        }
    }

    /** Runs a statement that gives no rows, and gives the number of those that it concerned. */
    long write(SqlStatement statement, @Nullable Object[] slots, Reason reason) {
        return writing(
                Set.of(table(statement)),
                () -> executor.write(dialect().render(statement), slots, reason.cause(), reason.origin()));
    }

    /** Runs a statement of the user's own that writes. */
    long execute(Rendered statement, @Nullable Object[] slots, StatedWrites writes, @Nullable Origin origin) {
        return writing(
                writes.written(references),
                writes.isNothing(),
                () -> executor.write(statement, slots, new Cause.Raw(), origin));
    }

    /** Runs a statement of the user's own that writes and gives rows. */
    <R> R execute(StatedWrites writes, Supplier<R> statement) {
        if (!writes.isNothing()) {
            executor.requireWriting();
        }
        return writing(writes.written(references), writes.isNothing(), statement);
    }

    static String table(SqlStatement statement) {
        return switch (statement) {
            case Insert insert -> insert.table();
            case Upsert upsert -> upsert.insert().table();
            case Update update -> update.table().table();
            case UpdateEach update -> update.table();
            case Delete delete -> delete.table().table();
            case Select select -> throw new IllegalArgumentException("A query writes nothing: " + select);
        };
    }

    /** Runs a statement that writes a table and gives no rows, and gives the number of those that it concerned. */
    long write(String table, Rendered statement, @Nullable Object[] slots, Reason reason) {
        return writing(Set.of(table), () -> executor.write(statement, slots, reason.cause(), reason.origin()));
    }

    /** Runs an INSERT that makes keys, and reads what it gives back. */
    <R> R insert(String table, Rendered statement, @Nullable Object[] slots, Reason reason, RowFunction<R> function) {
        return dialect().capabilities().returning() == Returning.NONE
                ? writing(
                        Set.of(table),
                        () -> executor.insert(statement, slots, reason.cause(), reason.origin(), function))
                : read(table, statement, slots, reason, function);
    }

    /** Runs a statement that writes a table and gives rows of a number, and gives the last one. */
    long lastNumber(String table, Rendered statement, @Nullable Object[] slots, Reason reason) {
        return read(table, statement, slots, reason, rows -> {
            long last = 0;
            while (rows.next()) {
                last = rows.longAt(1);
            }
            return last;
        });
    }

    /** Runs a statement that writes a table and gives rows. */
    <R> R read(String table, Rendered statement, @Nullable Object[] slots, Reason reason, RowFunction<R> function) {
        executor.requireWriting();
        return writing(Set.of(table), () -> executor.read(statement, slots, reason.cause(), reason.origin(), function));
    }

    /** Runs an update that gives columns of the changed rows back. */
    <R> R read(Write.Updating update, Reason reason, RowFunction<R> function) {
        executor.requireWriting();
        BoundWrite bound = writes.bind(update);
        return writing(
                bound.compiled().writes(),
                () -> executor.read(
                        bound.compiled().statement(), bound.values(), reason.cause(), reason.origin(), function));
    }

    /** The keys of a query's objects. */
    List<Object> keys(Query query, Reason reason) {
        if (query.isEmpty()) {
            return List.of();
        }
        Bound bound = queries.apply(askingForKeys(query));
        ValueType<?> type = query.entity().key().type();
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

    /** The query of the keys of a query's objects. */
    static Query askingForKeys(Query query) {
        Term key = Term.key(Path.of(query.entity()));
        Query keys = query.withProjection(new Projection.Values(List.of(new Projection.Item("key", key))))
                .withPrefetches(List.of());
        return query.slice().isEverything() ? keys.orderedBy(List.of()) : keys;
    }
}
