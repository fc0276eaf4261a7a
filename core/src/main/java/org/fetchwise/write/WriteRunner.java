package org.fetchwise.write;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.fetchwise.compile.Bound;
import org.fetchwise.compile.WriteCompiler;
import org.fetchwise.error.QueryException;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.TransactionBlocks;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Locking;
import org.fetchwise.query.Query;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Origin;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.Rendered;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Changes and deletes the rows of queries. Safe for use by several threads.
 *
 * <p>Every method takes the line of the user's program that asked for it, null where nobody listens.
 */
public final class WriteRunner {
    private static final Locking LOCKED = new Locking(Lock.Wait.WAIT, List.of());

    private final Statements statements;
    private final Model model;
    private final Defaults defaults;
    private final QueryRunner reading;
    private final Announcements announcements;

    /**
     * What is known of the entities, the same for all handles over a database.
     *
     * @param references what refers to the rows of each entity
     * @param keys makes the keys that the database does not
     * @param subscriptions who listens to changes
     * @param validators who says what is wrong with objects
     */
    public record Model(References references, Keys keys, Subscriptions subscriptions, Validators validators) {}

    /**
     * Creates a runner.
     *
     * @param queries compiles queries
     * @param writes compiles changes
     * @param executor runs statements
     * @param blocks runs several of them together
     * @param model what is known of the entities
     * @param defaults the values that the library supplies
     * @param reading runs queries
     */
    public WriteRunner(
            Function<Query, Bound> queries,
            WriteCompiler writes,
            JdbcExecutor executor,
            TransactionBlocks blocks,
            Model model,
            Defaults defaults,
            QueryRunner reading) {
        this.statements = new Statements(queries, writes, executor, blocks, model.keys(), model.references());
        this.model = model;
        this.defaults = defaults;
        this.reading = reading;
        this.announcements = new Announcements(model.subscriptions(), blocks);
    }

    Statements statements() {
        return statements;
    }

    Announcements announcements() {
        return announcements;
    }

    Validators validators() {
        return model.validators();
    }

    QueriedRows queried() {
        return new QueriedRows(statements, announcements, defaults);
    }

    QueryRunner reading() {
        return reading;
    }

    Defaults defaults() {
        return defaults;
    }

    private static void requireWritable(EntityMeta<?> entity) {
        if (entity.isReadOnly()) {
            throw new QueryException(
                    entity + " is read-only, because its class is a record or final. Write rows through an"
                            + " entity over the same table whose class is neither.");
        }
    }

    /**
     * {@return what creates, saves and deletes single objects}
     *
     * @param entity their entity
     * @param <T> the entity
     */
    public <T> SingleRows<T> rows(EntityMeta<T> entity) {
        requireWritable(entity);
        return new SingleRows<>(entity, this, reading);
    }

    /**
     * {@return what inserts new objects that refer to each other}
     *
     * @param entity their entity
     * @param <T> the entity
     */
    public <T> GraphWriter<T> graph(EntityMeta<T> entity) {
        return new GraphWriter<>(entity, this, reading);
    }

    /**
     * {@return what writes many objects with few statements}
     *
     * @param entity their entity
     * @param <T> the entity
     */
    public <T> BulkRows<T> bulk(EntityMeta<T> entity) {
        requireWritable(entity);
        return new BulkRows<>(entity, this, reading);
    }

    /** {@return the greatest number of question marks in one statement} */
    public int mostParameters() {
        return statements.dialect().capabilities().maxParameters();
    }

    /**
     * Gives columns of a query's rows new values.
     *
     * @param update the rows, the columns and the values
     * @param origin who asked for it
     * @return how many rows there were, also those whose values stayed the same
     */
    public long update(Write.Updating update, @Nullable Origin origin) {
        requireWritable(update.rows().entity());
        return queried().update(update, Reason.of("update", origin));
    }

    /**
     * {@return the statements of an update and the tables that they write, as text; none is run}
     *
     * @param update the rows, the columns and the values
     */
    public String explain(Write.Updating update) {
        requireWritable(update.rows().entity());
        return WriteText.ofUpdate(update, queried(), model.references(), defaults);
    }

    /**
     * {@return the statements of a deletion and the tables that they write, as text; none is run}
     *
     * @param rows the rows
     */
    public String explainDeletion(Query rows) {
        requireWritable(rows.entity());
        return WriteText.ofDeletion(rows, queried(), model.references(), defaults);
    }

    /**
     * Runs a statement of the user's own that writes.
     *
     * @param statement the statement
     * @param slots its values in stored form
     * @param writes what it says that it writes
     * @param origin who asked for it
     * @return how many rows it concerned
     */
    public long execute(Rendered statement, @Nullable Object[] slots, StatedWrites writes, @Nullable Origin origin) {
        return told(writes, () -> statements.execute(statement, slots, writes, origin), rows -> rows);
    }

    /**
     * Runs a statement of the user's own that writes and gives rows.
     *
     * @param writes what it says that it writes
     * @param statement runs it
     * @param <V> what its rows become
     * @return what its rows became
     */
    public <V extends @Nullable Object> List<V> execute(StatedWrites writes, Supplier<List<V>> statement) {
        return told(writes, () -> statements.execute(writes, statement), List::size);
    }

    /** Runs a statement of the user's own, and tells those who listen. */
    private <R> R told(StatedWrites writes, Supplier<R> statement, ToLongFunction<R> count) {
        Supplier<R> run = () -> {
            R result = statement.get();
            long rows = count.applyAsLong(result);
            writes.entities().forEach(entity -> announcements.executed(entity, rows));
            return result;
        };
        for (EntityMeta<?> entity : writes.entities()) {
            Supplier<R> inner = run;
            run = () -> announcements.together(entity, inner);
        }
        return run.get();
    }

    /**
     * Gives columns of a query's rows new values, so many rows at a time.
     *
     * @param update the rows, the columns and the values
     * @param size how many rows
     * @param origin who asked for it
     * @return how many rows there were
     */
    public long updateInChunks(Write.Updating update, int size, @Nullable Origin origin) {
        Reason reason = Reason.of("update", origin);
        statements.executor().requireWriting();
        LongAdder count = new LongAdder();
        new KeyRanges(statements, update.rows(), size)
                .each(range -> count.add(update(new Write.Updating(range, update.sets()), origin)), reason);
        return count.sum();
    }

    /**
     * Deletes the rows of a query, and what goes with them, so many rows at a time.
     *
     * @param rows the rows
     * @param size how many rows
     * @param origin who asked for it
     * @return how many rows went, by the names of their entities
     */
    public SortedMap<String, Long> deleteInChunks(Query rows, int size, @Nullable Origin origin) {
        SortedMap<String, Long> counts = new TreeMap<>();
        statements.executor().requireWriting();
        new KeyRanges(statements, rows, size)
                .each(
                        range -> delete(range, origin)
                                .forEach((entity, count) -> counts.merge(entity, count, Long::sum)),
                        Reason.of("delete", origin));
        return counts;
    }

    /**
     * Deletes the rows of a query, and what the relations that lead to them take along.
     *
     * @param rows the rows
     * @param origin who asked for it
     * @return how many rows went, by the names of their entities; link rows by the entity and the relation that declare them
     */
    public SortedMap<String, Long> delete(Query rows, @Nullable Origin origin) {
        return delete(rows, null, false, origin);
    }

    /**
     * Deletes rows.
     *
     * @param single the key of the one row where an object is deleted, which the caller tells of; null where a query chose the rows
     * @param versioned whether it is to be looked whether there is the one row, which is locked until all is deleted
     */
    SortedMap<String, Long> delete(Query rows, @Nullable Object single, boolean versioned, @Nullable Origin origin) {
        requireWritable(rows.entity());
        Reason reason = Reason.of("delete", origin);
        SortedMap<String, Long> counts = new TreeMap<>();
        statements.executor().requireWriting();
        if (rows.isEmpty()) {
            return counts;
        }
        if (model.references().goAtOnce(rows.entity())) {
            long deleted = single == null
                    ? queried().delete(rows, null, reason)
                    : statements.write(new Write.Deleting(rows), reason);
            if (deleted > 0) {
                counts.put(rows.entity().name(), deleted);
            }
            return counts;
        }
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            List<Object> keys = single != null && !versioned
                    ? List.of(single)
                    : statements.keys(versioned ? rows.withLocking(LOCKED) : rows, reason);
            return new Deletion(queried(), model.references(), defaults, reason).run(rows.entity(), keys, single);
        });
    }
}
