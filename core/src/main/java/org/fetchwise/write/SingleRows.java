package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.fetchwise.dialect.Capabilities.Returning;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.event.BulkChange.Operation;
import org.fetchwise.event.Removed;
import org.fetchwise.event.RowValues;
import org.fetchwise.event.Saved;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.hydrate.NewObjects;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.FieldValues;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Creates, saves, deletes and refreshes single objects of one entity. Safe for use by several threads.
 *
 * <p>Every method takes the line of the user's program that asked for it, null where nobody listens.
 *
 * @param <T> the entity
 */
public final class SingleRows<T> {
    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final WriteRunner runner;
    private final Statements statements;
    private final QueryRunner reading;
    private final Announcements announcements;
    private final Callbacks<T> callbacks;
    private final SavedElements<T> elements;

    SingleRows(EntityMeta<T> meta, WriteRunner runner, QueryRunner reading) {
        this.meta = meta;
        this.access = meta.access();
        this.runner = runner;
        this.statements = runner.statements();
        this.reading = reading;
        this.announcements = runner.announcements();
        this.callbacks = new Callbacks<>(meta);
        this.elements = new SavedElements<>(meta, runner);
    }

    /**
     * Inserts a row.
     *
     * @param plain an object that was not read; it gets its key and what else was made
     * @param origin who asked for it
     * @return the object as queries give them
     */
    public T create(T plain, @Nullable Origin origin) {
        refuseStored(plain);
        return created(plain, () -> managed(plain), origin);
    }

    /** Inserts the row of an object, and gives what stands for it from now on. */
    private T created(T object, Supplier<T> stored, @Nullable Origin origin) {
        return announcements.together(meta, () -> {
            NewRows<T> rows = new NewRows<>(meta, statements, runner.defaults(), Reason.of("create", origin));
            callbacks.call(Lifecycle.PRE_PERSIST, object);
            rows.prepare(object);
            runner.validators().check(meta, object);
            rows.insert(List.of(object), 1);
            T managed = stored.get();
            callbacks.call(Lifecycle.POST_PERSIST, managed);
            if (announcements.areHeard(meta)) {
                RowValues<T> now = values(managed, allColumns());
                announcements.tell(new Saved<>(meta, managed, true, meta.columns(), RowValues.none(meta), now));
            }
            return managed;
        });
    }

    /** What an object holds of its row. */
    private RowValues<T> values(T object, long known) {
        @Nullable Object[] values = new Object[meta.places()];
        for (ColumnAttribute column : meta.columnsOf(known)) {
            values[column.index()] = access.get(object, column.index());
        }
        return RowValues.of(meta, known, values);
    }

    /**
     * Inserts a row whose values are given one by one; the others are what the entity's constructor leaves.
     *
     * @param sets columns and constant values
     * @param origin who asked for it
     * @return the new object
     */
    public T create(List<Write.SetColumn> sets, @Nullable Origin origin) {
        if (meta.isAbstract()) {
            throw new QueryException(meta + " is abstract, so that no row is of it alone. Create an object of one of "
                    + meta.withSubclasses() + ".");
        }
        NewObjects<T> objects = reading.newObjects(meta);
        T object = objects.add();
        for (Write.SetColumn set : sets) {
            assign(object, set.column(), constant(set));
        }
        return created(object, () -> stored(objects, object), origin);
    }

    /**
     * Inserts rows whose values are given one by one, together and with few statements.
     *
     * @param values the columns and constant values of each row
     */
    List<T> createAll(List<List<Write.SetColumn>> values, Reason reason) {
        NewObjects<T> made = reading.newObjects(meta);
        NewRows<T> rows = new NewRows<>(meta, statements, runner.defaults(), reason);
        for (List<Write.SetColumn> sets : values) {
            T object = made.add();
            sets.forEach(set -> assign(object, set.column(), constant(set)));
            callbacks.call(Lifecycle.PRE_PERSIST, object);
            rows.prepare(object);
        }
        List<T> objects = made.list();
        runner.validators().check(meta, objects);
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            rows.insert(objects, Integer.MAX_VALUE);
            objects.forEach(object -> made.stored(object, allColumns()));
            callbacks.call(Lifecycle.POST_PERSIST, objects);
            announcements.objects(meta, Operation.CREATED, objects, meta.columns());
            return objects;
        });
    }

    private T stored(NewObjects<T> objects, T object) {
        objects.stored(object, allColumns());
        return object;
    }

    /**
     * Inserts a row, a foreign key of which is given besides.
     *
     * @param plain an object that was not read
     * @param sets the columns of the foreign key and their values
     * @param origin who asked for it
     * @return the object as queries give them
     */
    public T create(T plain, List<Write.SetColumn> sets, @Nullable Origin origin) {
        refuseStored(plain);
        NewObjects<T> objects = reading.newObjects(meta);
        T object = objects.add(plain);
        sets.forEach(set -> assign(object, set.column(), constant(set)));
        T created = created(object, () -> stored(objects, object), origin);
        for (ColumnAttribute part : meta.key().columns()) {
            access.set(plain, part.index(), access.get(created, part.index()));
        }
        return created;
    }

    private void refuseStored(T object) {
        if (object instanceof Managed) {
            throw new QueryException("This " + meta + " has a row already: save it, or create a new object.");
        }
    }

    private @Nullable Object constant(Write.SetColumn set) {
        if (!(set.value() instanceof Term.Literal literal)) {
            throw new QueryException("'" + set.column() + "' of a new " + meta
                    + " takes a value, not an expression: there is no row yet that it could be evaluated on.");
        }
        return literal.value();
    }

    private void assign(T object, ColumnAttribute column, @Nullable Object value) {
        ToOneAttribute relation = meta.relationOf(column);
        if (relation != null && object instanceof Managed managed) {
            EntityState.unload(managed, relation.bit());
            access.set(object, relation.index(), null);
        }
        if (value == null && column.type().javaType() == Boolean.class) {
            throw new QueryException("'" + column + "' of " + meta + " is a truth value that cannot be NULL.");
        }
        access.set(object, column.index(), value == null ? null : FieldValues.of(column, value));
    }

    private long allColumns() {
        long bits = 0;
        for (ColumnAttribute column : meta.columns()) {
            bits |= column.bit();
        }
        return bits;
    }

    private T managed(T plain) {
        NewObjects<T> objects = reading.newObjects(meta);
        T object = objects.add(plain);
        objects.stored(object, allColumns());
        return object;
    }

    /**
     * Writes an object to its row: of one that was read the changed columns, of a plain one all; a plain one without a key is
     * inserted.
     *
     * @param object the object
     * @param expressions further columns that the database evaluates
     * @param origin who asked for it
     * @return the object as queries give them
     */
    public T save(T object, List<Write.SetColumn> expressions, @Nullable Origin origin) {
        return announcements.together(meta, () -> saved(object, expressions, origin));
    }

    private T saved(T object, List<Write.SetColumn> expressions, @Nullable Origin origin) {
        Reason reason = Reason.of("save", origin);
        if (object instanceof Managed managed) {
            long dirty = dirty(managed);
            if (dirty != 0 || !expressions.isEmpty()) {
                dirty |= callbacks.beforeUpdate(object) | dirty(managed);
            }
            if ((managed.$dirty() & meta.key().bits()) != 0) {
                throw new QueryException("The key of this " + meta + " was changed. A row keeps its key: create a new"
                        + " object, and delete this one.");
            }
            long changed = dirty;
            if (elements.save(object, () -> update(object, changed, expressions, reason), origin) == null) {
                throw new NotFoundException(
                        "The row of this " + meta + " is gone. To insert it anew create a plain" + " object.");
            }
            return object;
        }
        if (meta.keyOf(object) == null) {
            return create(object, origin);
        }
        callbacks.call(Lifecycle.PRE_UPDATE, object);
        T updated = elements.save(object, () -> update(object, allColumns(), expressions, reason), origin);
        if (updated != null) {
            return updated;
        }
        if (meta.keyGeneration() instanceof KeyGeneration.Assigned) {
            return create(object, origin);
        }
        throw new NotFoundException("There is no row for this " + meta
                + ", which has a key already. To insert it with that key take create(...), to insert or update it"
                + " bulkUpsert(...).");
    }

    private long dirty(Managed managed) {
        return (managed.$dirty() | meta.alwaysWritten()) & EntityState.loaded(managed);
    }

    /** Updates the row of an object, and gives what stands for it from now on; null where there is no such row. */
    private @Nullable T update(T object, long columns, List<Write.SetColumn> expressions, Reason reason) {
        List<Write.SetColumn> sets = new ArrayList<>();
        long chosen = columns & ~meta.key().bits();
        for (Write.SetColumn expression : expressions) {
            chosen &= ~expression.column().bit();
        }
        ColumnAttribute version = meta.version();
        if (version != null) {
            chosen &= ~version.bit();
        }
        for (ColumnAttribute column : meta.columnsOf(chosen)) {
            if (!column.is(Trait.NOT_UPDATABLE)) {
                sets.add(new Write.SetColumn(column, literal(column, value(object, column))));
            }
        }
        sets.addAll(expressions);
        if (sets.isEmpty()) {
            return object instanceof Managed ? object : managed(object);
        }
        runner.validators().check(meta, object);
        List<Write.SetColumn> automatic = automatic(expressions);
        sets.removeIf(set -> automatic.stream().anyMatch(other -> other.column() == set.column()));
        sets.addAll(automatic);
        RowValues<T> former = announcements.areHeard(meta) ? before(object, columns) : RowValues.none(meta);
        Query row = byKey(Objects.requireNonNull(meta.keyOf(object)));
        Object next = null;
        if (version != null) {
            Object before = access.get(object, version.index());
            next = Versions.nextVersion(version, before, runner.defaults().clock());
            row = row.with(hasVersion(version, before == null ? next : before));
            sets.add(new Write.SetColumn(version, literal(version, next)));
        }
        List<ColumnAttribute> evaluated = evaluated(expressions);
        boolean returns =
                !meta.isJoined() && statements.dialect().capabilities().returning() == Returning.ALL;
        long rows = run(new Write.Updating(row, sets, returns ? evaluated : List.of()), object, reason);
        if (rows == 0) {
            if (version != null) {
                throw stale();
            }
            return null;
        }
        if (version != null && next != null) {
            access.set(object, version.index(), next);
        }
        T stored = stored(object, automatic, returns ? List.of() : evaluated);
        ((Managed) stored).$clean(columns | (version == null ? 0 : version.bit()));
        callbacks.call(Lifecycle.POST_UPDATE, stored);
        if (announcements.areHeard(meta)) {
            List<ColumnAttribute> written =
                    sets.stream().map(Write.SetColumn::column).toList();
            RowValues<T> after = values(stored, EntityState.loaded((Managed) stored));
            announcements.tell(new Saved<>(meta, stored, false, written, former, after));
        }
        return stored;
    }

    /** What the update sets by itself: when and by whom. */
    private List<Write.SetColumn> automatic(List<Write.SetColumn> expressions) {
        List<Write.SetColumn> automatic = new ArrayList<>(runner.defaults().onUpdate(meta));
        automatic.removeIf(set -> expressions.stream().anyMatch(expression -> expression.column() == set.column()));
        return automatic;
    }

    /** The columns whose values the database finds: by an expression of the call, or of the table itself. */
    private List<ColumnAttribute> evaluated(List<Write.SetColumn> expressions) {
        List<ColumnAttribute> evaluated = new ArrayList<>();
        expressions.forEach(expression -> evaluated.add(expression.column()));
        for (ColumnAttribute column : meta.columns()) {
            if (isComputed(column)) {
                evaluated.add(column);
            }
        }
        return evaluated;
    }

    static boolean isComputed(ColumnAttribute column) {
        return column.is(Trait.GENERATED) && column.is(Trait.NOT_UPDATABLE);
    }

    /** What stands for an updated row from now on: it holds what was written, and loads what nobody knows. */
    private T stored(T object, List<Write.SetColumn> automatic, List<ColumnAttribute> unknown) {
        automatic.forEach(set -> access.set(object, set.column().index(), constant(set)));
        T stored = object instanceof Managed ? object : managed(object);
        Managed managed = (Managed) stored;
        automatic.forEach(set -> {
            managed.$clean(set.column().bit());
            EntityState.markLoaded(managed, set.column().bit());
        });
        unknown.forEach(column -> unload(managed, column));
        if (!(object instanceof Managed)) {
            for (ColumnAttribute column : meta.columns()) {
                if (column.is(Trait.NOT_UPDATABLE) && !meta.key().has(column) && !isComputed(column)) {
                    unload(managed, column);
                }
            }
        }
        return stored;
    }

    /** What is known of a row before it is updated: of a plain object only its key, which stays. */
    private RowValues<T> before(T object, long written) {
        if (!(object instanceof Managed managed)) {
            return values(object, meta.key().bits());
        }
        long changed = written & EntityState.loaded(managed);
        long known = EntityState.loaded(managed) & ~written;
        @Nullable Object[] values = new Object[meta.places()];
        for (ColumnAttribute column : meta.columnsOf(known)) {
            values[column.index()] = access.get(object, column.index());
        }
        for (Map.Entry<Integer, @Nullable Object> former :
                EntityState.former(managed, changed).entrySet()) {
            values[former.getKey()] = former.getValue();
            known |= 1L << former.getKey();
        }
        return RowValues.of(meta, known, values);
    }

    /** Runs an update; the object gets what it gives back. */
    private long run(Write.Updating update, T object, Reason reason) {
        if (meta.isJoined()) {
            return new JoinedRows(statements, reason).updateOne(update);
        }
        List<ColumnAttribute> returned = update.returning();
        if (returned.isEmpty()) {
            return statements.write(update, reason);
        }
        return statements.read(update, reason, rows -> {
            if (!rows.next()) {
                return 0L;
            }
            for (int at = 0; at < returned.size(); at++) {
                ColumnAttribute column = returned.get(at);
                if (object instanceof Managed managed) {
                    unload(managed, column);
                }
                access.set(object, column.index(), column.type().read(rows, at + 1));
                if (object instanceof Managed managed) {
                    managed.$makeReady(column.bit());
                }
            }
            return 1L;
        });
    }

    private void unload(Managed managed, ColumnAttribute column) {
        EntityState.unload(managed, column.bit());
        ToOneAttribute relation = meta.relationOf(column);
        if (relation != null) {
            EntityState.unload(managed, relation.bit());
        }
    }

    private @Nullable Object value(T object, ColumnAttribute column) {
        Object value = access.get(object, column.index());
        ToOneAttribute relation = meta.relationOf(column);
        if (value == null && relation != null && access.get(object, relation.index()) != null) {
            throw new QueryException("The '" + relation + "' of this " + meta + " is a new " + relation.target()
                    + " without a key: create it first.");
        }
        return value;
    }

    private static Term literal(ColumnAttribute column, @Nullable Object value) {
        return new Term.Literal(value, column.type());
    }

    private Clause.Filter hasVersion(ColumnAttribute version, @Nullable Object value) {
        return new Clause.Filter(new Term.Compare(
                ComparisonOperator.EQUAL, new Term.Column(Path.of(meta), version), literal(version, value)));
    }

    /** The version, where an object knows which one its row had. */
    private @Nullable ColumnAttribute knownVersion(T object) {
        ColumnAttribute version = meta.version();
        boolean known = version != null
                && (!(object instanceof Managed managed) || (EntityState.loaded(managed) & version.bit()) != 0)
                && access.get(object, version.index()) != null;
        return known ? version : null;
    }

    private StaleObjectException stale() {
        return new StaleObjectException(
                "The row of this " + meta + " has been changed or deleted since it was read: its"
                        + " version is another one. Read it again, and decide anew.");
    }

    private Query byKey(Object key) {
        Term column = Term.key(Path.of(meta));
        return Query.of(meta)
                .orderedBy(List.of())
                .with(new Clause.Filter(
                        new Term.Compare(ComparisonOperator.EQUAL, column, new Term.Literal(key, column.type()))));
    }

    private Object keyOf(T object, String purpose) {
        Object key = meta.keyOf(object);
        if (key == null) {
            throw new QueryException("This " + meta + " has no key, so there is no row to " + purpose + ".");
        }
        return key;
    }

    /**
     * Deletes the row of an object, and what the relations that lead to it take along.
     *
     * @param object the object
     * @param origin who asked for it
     * @return how many rows went, by the names of their entities
     * @throws StaleObjectException if the row has another version by now
     */
    public SortedMap<String, Long> delete(T object, @Nullable Origin origin) {
        Object key = keyOf(object, "delete");
        ColumnAttribute version = knownVersion(object);
        return announcements.together(meta, () -> {
            callbacks.call(Lifecycle.PRE_REMOVE, object);
            SortedMap<String, Long> rows;
            if (version == null) {
                rows = runner.delete(byKey(key), key, false, origin);
            } else {
                Query unchanged = byKey(key).with(hasVersion(version, access.get(object, version.index())));
                rows = runner.delete(unchanged, key, true, origin);
                if (rows.isEmpty() && reading.exists(byKey(key), new Cause.Terminal("delete"), origin)) {
                    throw stale();
                }
            }
            callbacks.call(Lifecycle.POST_REMOVE, object);
            if (rows.containsKey(meta.name()) && announcements.areHeard(meta)) {
                long known = object instanceof Managed managed ? EntityState.loaded(managed) : allColumns();
                announcements.tell(new Removed<>(meta, object, key, values(object, known)));
            }
            return rows;
        });
    }

    /**
     * Reads an object's row again; what was changed and not saved is lost.
     *
     * @param object an object that was read
     * @param columns the columns to read, none for all, which also lets relations be loaded anew
     * @param origin who asked for it
     * @throws NotFoundException if the row is gone
     */
    public void refresh(T object, List<ColumnAttribute> columns, @Nullable Origin origin) {
        if (!(object instanceof Managed managed)) {
            throw new QueryException("refresh takes an object that a query gave, or create(...) or save(...).");
        }
        List<Term.Column> chosen = new ArrayList<>();
        columns.forEach(column -> chosen.add(new Term.Column(Path.of(meta), column)));
        Query query = byKey(keyOf(object, "refresh"))
                .withProjection(new Projection.Entities(ColumnChoice.only(chosen), List.of()));
        List<T> found = reading.list(query, new Cause.Terminal("refresh"), origin);
        if (found.isEmpty()) {
            throw new NotFoundException("The row of this " + meta + " is gone, so it cannot be refreshed.");
        }
        T fresh = found.getFirst();
        long loaded = EntityState.loaded((Managed) fresh);
        for (ColumnAttribute column : meta.columnsOf(loaded)) {
            unload(managed, column);
            ToOneAttribute relation = meta.relationOf(column);
            if (relation != null) {
                access.set(object, relation.index(), null);
            }
            access.set(object, column.index(), access.get(fresh, column.index()));
            long none = relation != null && access.get(fresh, column.index()) == null ? relation.bit() : 0;
            managed.$makeReady(column.bit() | none);
        }
        if (columns.isEmpty()) {
            forgetRelations(managed);
        }
        callbacks.call(Lifecycle.POST_LOAD, object);
    }

    private void forgetRelations(Managed managed) {
        for (RelationAttribute relation : meta.relations()) {
            if (!(relation instanceof ToOneAttribute toOne) || !toOne.isOwning()) {
                EntityState.unload(managed, relation.bit());
            }
        }
    }

    /**
     * {@return an object that stands for a row, without asking whether there is one; all but its key is loaded when it is
     * touched}
     *
     * @param key the key
     */
    public T reference(Object key) {
        NewObjects<T> objects = reading.newObjects(meta);
        T object = FieldValues.refer(meta, key, objects::add);
        objects.stored(object, meta.key().bits());
        return object;
    }
}
