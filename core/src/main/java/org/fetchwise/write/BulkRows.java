package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.event.BulkChange.Operation;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.hydrate.NewObjects;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Origin;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Writes many objects of one entity with few statements. What takes several statements takes effect together. Safe for use by
 * several threads.
 *
 * <p>Every method takes the line of the user's program that asked for it, null where nobody listens.
 *
 * @param <T> the entity
 */
public final class BulkRows<T> {
    private static final String EXPLAINED = "Listen to the statements as they run.";

    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final WriteRunner runner;
    private final Statements statements;
    private final QueryRunner reading;

    BulkRows(EntityMeta<T> meta, WriteRunner runner, QueryRunner reading) {
        this.meta = meta;
        this.access = meta.access();
        this.runner = runner;
        this.statements = runner.statements();
        this.reading = reading;
    }

    /**
     * Inserts rows.
     *
     * @param objects plain objects; they get their keys and what else was made
     * @param batchSize how many rows a statement takes at most
     * @param origin who asked for it
     * @return the same as queries give them, in the same order
     */
    public List<T> create(Collection<? extends T> objects, int batchSize, @Nullable Origin origin) {
        if (objects.isEmpty()) {
            return List.of();
        }
        Reason reason = Reason.of("bulkCreate", origin);
        List<T> prepared = new ArrayList<>(objects);
        for (T object : prepared) {
            refuseStored(object);
        }
        Callbacks<T> callbacks = new Callbacks<>(meta);
        Map<EntityMeta<T>, List<T>> byEntity = byEntity(prepared);
        Map<EntityMeta<T>, NewRows<T>> rows = new LinkedHashMap<>();
        byEntity.forEach(
                (entity, some) -> rows.put(entity, new NewRows<>(entity, statements, runner.defaults(), reason)));
        for (T object : prepared) {
            callbacks.call(Lifecycle.PRE_PERSIST, object);
            Objects.requireNonNull(rows.get(meta.of(object))).prepare(object);
        }
        runner.validators().check(meta, prepared);
        return together(() -> {
            rows.forEach(
                    (entity, inserting) -> inserting.insert(Objects.requireNonNull(byEntity.get(entity)), batchSize));
            NewObjects<T> made = reading.newObjects(meta);
            for (T object : prepared) {
                made.stored(made.add(object), allColumns());
            }
            List<T> created = made.list();
            callbacks.call(Lifecycle.POST_PERSIST, created);
            runner.announcements().objects(meta, Operation.CREATED, created, meta.columns());
            return created;
        });
    }

    /** The objects of each class, where the entity is one that others extend. */
    private Map<EntityMeta<T>, List<T>> byEntity(List<T> objects) {
        Map<EntityMeta<T>, List<T>> byEntity = new LinkedHashMap<>();
        for (T object : objects) {
            byEntity.computeIfAbsent(meta.of(object), entity -> new ArrayList<>())
                    .add(object);
        }
        return byEntity;
    }

    private void refuseStored(T object) {
        if (object instanceof Managed) {
            throw new QueryException("A " + meta + " among these has a row already: bulkCreate takes new objects.");
        }
    }

    /**
     * Inserts rows, and asks for nothing that the database makes. Only the objects of one statement are in memory.
     *
     * @param objects plain objects, which stay as they are
     * @param batchSize how many rows a statement takes at most
     * @param origin who asked for it
     * @return how many rows were inserted
     */
    public long createWithoutKeys(Iterator<? extends T> objects, int batchSize, @Nullable Origin origin) {
        refuseJoined("withoutKeys()", "Take bulkCreate(...) with keys.");
        if (batchSize < 1) {
            throw new QueryException("A batch has at least 1 row.");
        }
        statements.executor().requireWriting();
        if (!objects.hasNext()) {
            return 0;
        }
        Reason reason = Reason.of("bulkCreate", origin);
        NewRows<T> rows = new NewRows<>(meta, statements, runner.defaults(), reason);
        Callbacks<T> callbacks = new Callbacks<>(meta);
        int most = rows.most(meta.columns().size(), batchSize);
        return together(() -> {
            long count = 0;
            while (objects.hasNext()) {
                List<T> some = new ArrayList<>();
                while (objects.hasNext() && some.size() < most) {
                    T object = objects.next();
                    refuseStored(object);
                    some.add(object);
                }
                callbacks.call(Lifecycle.PRE_PERSIST, some);
                byEntity(some)
                        .forEach((entity, objectsOfIt) -> (entity == meta
                                        ? rows
                                        : new NewRows<>(entity, statements, runner.defaults(), reason))
                                .insertWithoutKeys(objectsOfIt, most, runner.validators()));
                callbacks.call(Lifecycle.POST_PERSIST, some);
                count += some.size();
            }
            runner.announcements().created(meta, count);
            return count;
        });
    }

    private long allColumns() {
        long bits = 0;
        for (ColumnAttribute column : meta.columns()) {
            bits |= column.bit();
        }
        return bits;
    }

    private <V> V together(Supplier<V> block) {
        return statements.blocks().run(TransactionOptions.STANDARD, block);
    }

    /**
     * Gives the rows of objects the values that the objects have.
     *
     * @param objects objects with keys, plain or managed
     * @param columns the columns that are written, at least one
     * @param batchSize how many rows a statement takes at most
     * @param origin who asked for it
     * @return how many rows there were
     * @throws StaleObjectException if a row has another version by now; then no row is changed
     */
    public long update(
            Collection<? extends T> objects, List<ColumnAttribute> columns, int batchSize, @Nullable Origin origin) {
        requireUpdatable(columns);
        if (objects.isEmpty()) {
            return 0;
        }
        List<T> all = distinct(objects);
        Reason reason = Reason.of("bulkUpdate", origin);
        Announcements announcements = runner.announcements();
        Callbacks<T> callbacks = new Callbacks<>(meta);
        List<ColumnAttribute> written = withChangedByCallbacks(all, columns, callbacks);
        setAutomatic(all, written);
        runner.validators().check(meta, all);
        List<Tables<T>> tables = tables(all, written, batchSize, reason);
        Supplier<Long> updating = () -> {
            long updated = 0;
            for (Tables<T> table : tables) {
                updated = table.updates().run(table.batches());
            }
            callbacks.call(Lifecycle.POST_UPDATE, all);
            announcements.objects(meta, Operation.UPDATED, all, written);
            return updated;
        };
        // One stale object undoes the whole, also where one statement is enough.
        long rows = meta.version() == null
                        && tables.size() == 1
                        && tables.getFirst().batches().size() == 1
                ? announcements.together(meta, updating)
                : together(updating);
        long computed = meta.columns().stream()
                .filter(ObjectUpdate::isComputed)
                .mapToLong(ColumnAttribute::bit)
                .reduce(0, (one, other) -> one | other);
        for (T object : all) {
            if (object instanceof Managed managed) {
                written.forEach(column -> managed.$clean(column.bit()));
                EntityState.unload(managed, computed);
            }
        }
        return rows;
    }

    /** The updates of one table. */
    private record Tables<T>(RowUpdates<T> updates, List<RowUpdates.Batch<T>> batches) {}

    /** The tables with the columns that are written, and the one with the version, which changes with every table. */
    private List<Tables<T>> tables(List<T> objects, List<ColumnAttribute> written, int batchSize, Reason reason) {
        List<Tables<T>> tables = new ArrayList<>();
        for (EntityMeta<T> part : meta.parts()) {
            List<ColumnAttribute> columns = part == meta ? written : columnsOf(part, written);
            if (!columns.isEmpty() || part.version() != null) {
                RowUpdates<T> updates = new RowUpdates<>(part, runner, columns, reason);
                tables.add(new Tables<>(updates, updates.batches(objects, batchSize)));
            }
        }
        return tables;
    }

    private static List<ColumnAttribute> columnsOf(EntityMeta<?> part, List<ColumnAttribute> written) {
        return written.stream()
                .filter(column -> part.has(column.index()))
                .map(column -> (ColumnAttribute) part.attribute(column.index()))
                .toList();
    }

    /** What knows of one table only. */
    private void refuseJoined(String call, String way) {
        if (meta.isJoined()) {
            throw new UnsupportedFeatureException(call + " writes one table, but the rows of " + meta + " stand in "
                    + meta.parts().stream().map(EntityMeta::table).toList() + " or further ones. " + way);
        }
    }

    private void requireUpdatable(List<ColumnAttribute> columns) {
        for (ColumnAttribute column : columns) {
            if (meta.key().has(column) || column.is(Trait.NOT_UPDATABLE)) {
                throw new QueryException("bulkUpdate cannot change '" + column + "' of " + meta
                        + (meta.key().has(column)
                                ? ": a row keeps its key."
                                : ": its mapping says updatable = false."));
            }
        }
        if (columns.isEmpty()) {
            throw new QueryException("bulkUpdate takes at least one column of " + meta + ".");
        }
    }

    /**
     * The objects, of which no two stand for the same row. Without a version the last one counts, as it would if they were saved
     * one after the other; with one, it would not know what the others have written.
     */
    @SuppressWarnings("ReferenceEquality") // equals of an entity may say that two copies of a row are the same
    private List<T> distinct(Collection<? extends T> objects) {
        Map<Object, T> byKey = new LinkedHashMap<>();
        for (T object : objects) {
            Object key = meta.keyOf(object);
            if (key == null) {
                throw new QueryException("A " + meta + " among these has no key, so there is no row to update.");
            }
            T other = byKey.put(key, object);
            if (other != null && other != object && meta.version() != null) {
                throw new StaleObjectException("Two of these objects stand for the same row of " + meta
                        + ": the second would not know what the first has written. Take one of them.");
            }
        }
        return new ArrayList<>(byKey.values());
    }

    /** Gives objects what every update sets by itself, when and by whom, and adds it to the columns to write. */
    private void setAutomatic(List<T> objects, List<ColumnAttribute> written) {
        for (Write.SetColumn set : runner.defaults().onUpdate(meta)) {
            ColumnAttribute column = set.column();
            if (!written.contains(column) && set.value() instanceof Term.Literal literal) {
                written.add(column);
                for (T object : objects) {
                    access.set(object, column.index(), literal.value());
                    if (object instanceof Managed managed) {
                        EntityState.markLoaded(managed, column.bit());
                    }
                }
            }
        }
    }

    /** The columns to write and those that callbacks changed, which every object must have. */
    private List<ColumnAttribute> withChangedByCallbacks(
            List<T> objects, List<ColumnAttribute> columns, Callbacks<T> callbacks) {
        long changed = 0;
        for (T object : objects) {
            changed |= callbacks.beforeUpdate(object);
        }
        List<ColumnAttribute> all = new ArrayList<>(columns);
        for (ColumnAttribute column : meta.columnsOf(changed)) {
            if (!columns.contains(column) && column != meta.version()) {
                requireLoaded(objects, column);
                all.add(column);
            }
        }
        return all;
    }

    private void requireLoaded(List<T> objects, ColumnAttribute column) {
        for (T object : objects) {
            if (object instanceof Managed managed && (EntityState.loaded(managed) & column.bit()) == 0) {
                throw new QueryException("A callback changed '" + column + "' of one " + meta
                        + ", so bulkUpdate writes it for all, but another one has not loaded it. Read '" + column
                        + "' of all of them, or save them one by one.");
            }
        }
    }

    /**
     * {@return the statements that insert new objects, and the tables that they write, as text; none is run}
     *
     * @param objects plain objects, which stay as they are
     * @param batchSize how many rows a statement takes at most
     * @param returning whether they would get their keys
     */
    public String explainCreate(Collection<? extends T> objects, int batchSize, boolean returning) {
        objects.forEach(this::refuseStored);
        refuseJoined("explain", EXPLAINED);
        for (T object : objects) {
            if (meta.of(object) != meta) {
                throw new UnsupportedFeatureException("explain takes new objects of one class at a time, but one is a "
                        + meta.of(object) + ". Take the queryset of " + meta.of(object) + " for these.");
            }
        }
        return new BulkText<>(meta, runner).ofCreate(objects, batchSize, returning);
    }

    /**
     * {@return the statements that update the rows of objects, and the tables that they write, as text; none is run}
     *
     * @param objects objects with keys
     * @param columns the columns that are written, at least one
     * @param batchSize how many rows a statement takes at most
     */
    public String explainUpdate(Collection<? extends T> objects, List<ColumnAttribute> columns, int batchSize) {
        requireUpdatable(columns);
        refuseJoined("explain", EXPLAINED);
        List<ColumnAttribute> written = new ArrayList<>(columns);
        for (Write.SetColumn set : runner.defaults().onUpdate(meta)) {
            if (!written.contains(set.column())) {
                written.add(set.column());
            }
        }
        return new BulkText<>(meta, runner).ofUpdate(distinct(objects), written, batchSize);
    }

    /**
     * {@return the statements that insert objects whose rows may be there, and the tables that they write, as text; none is run}
     *
     * @param objects plain objects, which stay as they are
     * @param target the columns of the unique constraint that tells whether a row is there; none means any unique constraint
     * @param updates the columns that existing rows get, none to leave them as they are
     * @param sets what further columns of existing rows are set to
     * @param batchSize how many rows a statement takes at most
     */
    public String explainUpsert(
            Collection<? extends T> objects,
            List<ColumnAttribute> target,
            List<ColumnAttribute> updates,
            List<Write.SetColumn> sets,
            int batchSize) {
        return new BulkText<>(meta, runner).ofUpsert(objects, new Upserts.Conflict(target, updates, sets), batchSize);
    }

    /**
     * What an upsert did.
     *
     * @param inserted how many rows are new
     * @param updated how many rows were there and were changed
     * @param skipped how many objects were not written: their rows were there and stay, or a later object has the same values
     */
    public record Counts(long inserted, long updated, long skipped) {}

    /**
     * Inserts rows, and updates or leaves those that are there already.
     *
     * @param objects plain objects, which stay as they are
     * @param target the columns of the unique constraint that tells whether a row is there; none means any unique constraint
     * @param updates the columns that existing rows get, none to leave them as they are
     * @param sets what further columns of existing rows are set to
     * @param batchSize how many rows a statement takes at most
     * @param origin who asked for it
     * @return what was done
     */
    public Counts upsert(
            Collection<? extends T> objects,
            List<ColumnAttribute> target,
            List<ColumnAttribute> updates,
            List<Write.SetColumn> sets,
            int batchSize,
            @Nullable Origin origin) {
        refuseJoined(
                "bulkUpsert",
                "Read those that are there with inBulk(...), and take bulkUpdate(...) and bulkCreate(...).");
        for (T object : objects) {
            EntityMeta<T> own = meta.of(object);
            if (own != meta) {
                throw new QueryException("bulkUpsert of " + meta + " takes objects of that very class, but one is a "
                        + own + ". Take the queryset of " + own + " for these.");
            }
        }
        Reason reason = Reason.of("bulkUpsert", origin);
        NewRows<T> rows = new NewRows<>(meta, statements, runner.defaults(), reason);
        Upserts<T> upserts = new Upserts<>(meta, runner, new Upserts.Conflict(target, updates, sets), rows, reason);
        return objects.isEmpty() ? new Counts(0, 0, 0) : upserts.run(objects, batchSize);
    }
}
