package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fetchwise.compile.Bound;
import org.fetchwise.error.QueryException;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.Fetching;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries: turns their rows into objects or values, and loads what was asked for along with them. Each call is one
 * evaluation with objects of its own. Safe for use by several threads.
 *
 * <p>Every method takes why the statement runs, and the line of the user's program that asked for it, null where nobody listens.
 */
public final class QueryRunner {
    private final Statements statements;
    private final ReadSettings settings;

    /**
     * Creates a runner.
     *
     * @param compiler compiles a query
     * @param executor runs statements
     * @param settings how objects are read
     */
    public QueryRunner(Function<Query, Bound> compiler, JdbcExecutor executor, ReadSettings settings) {
        statements = new Statements(compiler, executor);
        this.settings = settings;
    }

    /** {@return a runner of statements of the user's own} */
    public RawRunner raw() {
        return new RawRunner(statements, settings);
    }

    /**
     * {@return the objects of a query, with all that it prefetches, in an unchangeable list} While the list lives, its objects
     * load together what is touched on one of them.
     *
     * @param query a query of objects
     * @param cause why it runs
     * @param origin who asked for it
     * @param <T> the entity
     */
    public <T> List<T> list(Query query, Cause cause, @Nullable Origin origin) {
        Reason reason = new Reason(cause, origin);
        Destination destination = destination(query);
        Rows rows = statements.objects(query, destination, reason);
        return finish(query, rows, destination, reason);
    }

    /**
     * {@return what is made of each row of a query of values, in an unchangeable list}
     *
     * @param query a query of values, of totals or of counts by owner
     * @param mapper makes something of each row
     * @param cause why it runs
     * @param origin who asked for it
     * @param <V> what is made
     */
    public <V> List<V> values(Query query, ValueMapper<V> mapper, Cause cause, @Nullable Origin origin) {
        // Totals over nothing are a row, too.
        if (Statements.isEmpty(query) && query.projection() instanceof Projection.Values) {
            return List.of();
        }
        Reason reason = new Reason(cause, origin);
        if (!RelatedValues.areIn(query)) {
            return read(query, mapper, reason);
        }
        List<@Nullable Object[]> rows = read(query, values -> values, reason);
        new RelatedValues(statements, reason).fill(query, rows);
        return mapped(rows, mapper);
    }

    private <V> List<V> read(Query query, ValueMapper<V> mapper, Reason reason) {
        Bound bound = statements.compile(query);
        var fields = Statements.fields(query, bound);
        return statements.run(bound, reason, rows -> {
            ValueRow row = new ValueRow(rows, fields.columns());
            @Nullable Object[] values = new Object[16];
            int size = 0;
            while (rows.next()) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = mapper.map(row.values());
            }
            return new ResultList<>(values, size, null);
        });
    }

    private static <V> List<V> mapped(List<@Nullable Object[]> rows, ValueMapper<V> mapper) {
        @Nullable Object[] made = new Object[rows.size()];
        for (int at = 0; at < made.length; at++) {
            made[at] = mapper.map(rows.get(at));
        }
        return new ResultList<>(made, made.length, null);
    }

    /**
     * {@return the number of rows}
     *
     * @param query the query whose rows are counted
     * @param cause why it runs
     * @param origin who asked for it
     */
    public long count(Query query, Cause cause, @Nullable Origin origin) {
        if (Statements.isEmpty(query)) {
            return 0;
        }
        Query counted = query.withLocking(null)
                .withProjection(Projection.countOf(query))
                .withPrefetches(List.of());
        return statements.run(
                statements.compile(counted), new Reason(cause, origin), rows -> rows.next() ? rows.longAt(1) : 0L);
    }

    /**
     * {@return whether there is a row}
     *
     * @param query the query whose rows are looked for
     * @param cause why it runs
     * @param origin who asked for it
     */
    public boolean exists(Query query, Cause cause, @Nullable Origin origin) {
        if (Statements.isEmpty(query)) {
            return false;
        }
        Query looked = query.withLocking(null)
                .withProjection(Projection.existenceOf(query))
                .withPrefetches(List.of());
        return statements.run(statements.compile(looked), new Reason(cause, origin), RowReader::next);
    }

    /**
     * {@return the objects of a query in chunks, each of which is an evaluation of its own with its own prefetches}
     *
     * @param query a query of objects
     * @param size the greatest number of objects in a chunk, at least 1
     * @param cause why it runs
     * @param origin who asked for it
     * @param <T> the entity
     */
    public <T> Chunks<T> chunks(Query query, int size, Cause cause, @Nullable Origin origin) {
        requirePositive(size);
        Reason reason = new Reason(cause, origin);
        if (Statements.isEmpty(query)) {
            return new NoChunks<>();
        }
        Bound bound = statements.compile(query);
        return new CursorChunks<>(statements, bound, statements.open(bound, reason, size), size, rows -> {
            Destination destination = destination(query);
            Hydration hydration = statements.hydration(query, bound, destination, null);
            while (hydration.size() < size && rows.next()) {
                hydration.read(rows);
            }
            return finish(query, hydration.finish(), destination, reason);
        });
    }

    /**
     * {@return what is made of each row of a query of values, in chunks}
     *
     * @param query a query of values
     * @param mapper makes something of each row
     * @param size the greatest number of rows in a chunk, at least 1
     * @param cause why it runs
     * @param origin who asked for it
     * @param <V> what is made
     */
    public <V> Chunks<V> valueChunks(
            Query query, ValueMapper<V> mapper, int size, Cause cause, @Nullable Origin origin) {
        requirePositive(size);
        if (Statements.isEmpty(query)) {
            return new NoChunks<>();
        }
        Bound bound = statements.compile(query);
        var fields = Statements.fields(query, bound);
        Reason reason = new Reason(cause, origin);
        return new CursorChunks<>(statements, bound, statements.open(bound, reason, size), size, rows -> {
            ValueRow row = new ValueRow(rows, fields.columns());
            List<@Nullable Object[]> chunk = new ArrayList<>(size);
            while (chunk.size() < size && rows.next()) {
                chunk.add(row.values());
            }
            new RelatedValues(statements, reason).fill(query, chunk);
            return mapped(chunk, mapper);
        });
    }

    /**
     * {@return a stream over chunks, which closes them when it is closed and when it has come to its end}
     *
     * @param chunks the chunks
     * @param <E> what each row became
     */
    public static <E> Stream<E> stream(Chunks<E> chunks) {
        return StreamSupport.stream(new ChunkSpliterator<>(chunks), false).onClose(chunks::close);
    }

    /**
     * Hands over chunk after chunk, and closes them in every case.
     *
     * @param chunks the chunks
     * @param action is given each chunk
     * @param <E> what each row became
     */
    public static <E> void forEach(Chunks<E> chunks, Consumer<? super List<E>> action) {
        try (chunks) {
            for (List<E> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
                action.accept(chunk);
            }
        }
    }

    /**
     * Loads relations for objects that were read before, by this or by several queries. What is loaded already stays.
     *
     * @param objects managed objects of one entity
     * @param prefetches what to load; the paths begin at that entity
     * @param origin who asked for it
     */
    public void prefetch(List<?> objects, List<Prefetching> prefetches, @Nullable Origin origin) {
        if (objects.isEmpty()) {
            return;
        }
        List<Managed> managed = new ArrayList<>(objects.size());
        for (Object object : objects) {
            managed.add(PeerGroup.managed(object, "prefetch its relations"));
        }
        Managed first = managed.get(0);
        for (Managed object : managed) {
            if (object.$meta().root() != first.$meta().root()) {
                throw new QueryException("Cannot prefetch for a " + first.$meta() + " and a " + object.$meta()
                        + " together: give the objects of one entity at a time.");
            }
        }
        boolean together = managed.stream().allMatch(PeerGroup.of(first)::isGroupOf);
        Path root = Path.of(first.$meta());
        PeerGroup group = together
                ? PeerGroup.of(first)
                : PeerGroup.of(statements, settings, Fetching.AS_HANDLE, new Evaluation(false));
        Reason reason = new Reason(new Cause.PrefetchLoad(root.toString()), origin);
        group.loading(() -> {
            Destination destination = group.seeing(() -> {
                Evaluation evaluation = group.evaluationFor(managed);
                return new Destination(
                        evaluation, group, evaluation.members(root).path());
            });
            new Prefetcher(statements, destination, reason).load(managed, prefetches);
        });
    }

    /**
     * {@return the objects of a related query without a statement, or null if they are not loaded or if the query asks for
     * something else than all of them in their order}
     *
     * @param managed the object
     * @param query a query restricted to the rows of one of its relations
     * @param <T> the entity
     */
    @SuppressWarnings("unchecked") // A relation holds objects of its target.
    public <T> @Nullable List<T> loaded(Managed managed, Query query) {
        Owners owners = query.owners();
        if (owners == null || !query.equals(Query.of(query.entity()).withOwners(owners))) {
            return null;
        }
        RelationReceiver receiver = new RelationReceiver(owners.relation());
        if (!receiver.isFilled(managed)) {
            return null;
        }
        RelatedRows rows = RelatedRows.behind(EntityState.value(managed, owners.relation()));
        if (owners.relation() instanceof ToManyAttribute && rows == null) {
            // The user has put a collection of his own there, which says nothing about the database.
            return null;
        }
        EntityState.observe(managed, owners.relation());
        if (rows != null && owners.relation().target().elements() != null) {
            return (List<T>) Arrays.asList(rows.elements().clone());
        }
        return (List<T>) receiver.related(managed);
    }

    /**
     * {@return the beginning of objects that are not read but made}
     *
     * @param meta their entity
     * @param <T> the entity
     */
    public <T> NewObjects<T> newObjects(EntityMeta<T> meta) {
        Evaluation evaluation = new Evaluation(true);
        return new NewObjects<>(meta, PeerGroup.of(statements, settings, Fetching.AS_HANDLE, evaluation), evaluation);
    }

    private <T> List<T> finish(Query query, Rows rows, Destination destination, Reason reason) {
        if (!query.prefetches().isEmpty() && rows.size() > 0) {
            new Prefetcher(statements, destination, reason).load(rows.distinct(), query.prefetches());
        }
        // Whoever takes the lock later sees the evaluation as it is now.
        destination.group().locked(() -> {});
        destination.group().tellLoaded();
        return ElementValues.of(
                query.entity(), new ResultList<>(rows.entities(), rows.size(), destination.evaluation()));
    }

    private Destination destination(Query query) {
        Evaluation evaluation = new Evaluation(true);
        return new Destination(
                evaluation, PeerGroup.of(statements, settings, query.fetching(), evaluation), Path.of(query.entity()));
    }

    private static void requirePositive(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A chunk of " + size + " rows: ask for at least 1.");
        }
    }
}
