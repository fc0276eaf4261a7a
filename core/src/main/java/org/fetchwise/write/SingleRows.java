package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.event.Removed;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.hydrate.NewObjects;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.FieldValues;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
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
    private final QueryRunner reading;
    private final Announcements announcements;
    private final Callbacks<T> callbacks;
    private final SavedElements<T> elements;
    private final ObjectRow<T> row;
    private final ObjectCreation<T> creation;
    private final ObjectUpdate<T> update;

    SingleRows(EntityMeta<T> meta, WriteRunner runner, QueryRunner reading) {
        this.meta = meta;
        this.access = meta.access();
        this.runner = runner;
        this.reading = reading;
        this.announcements = runner.announcements();
        this.callbacks = new Callbacks<>(meta);
        this.elements = new SavedElements<>(meta, runner);
        this.row = new ObjectRow<>(meta, reading);
        this.creation = new ObjectCreation<>(meta, runner, reading, row);
        this.update = new ObjectUpdate<>(meta, runner, row);
    }

    /**
     * Inserts a row.
     *
     * @param plain an object that was not read; it gets its key and what else was made
     * @param origin who asked for it
     * @return the object as queries give them
     */
    public T create(T plain, @Nullable Origin origin) {
        return creation.create(plain, origin);
    }

    /**
     * Inserts a row whose values are given one by one; the others are what the entity's constructor leaves.
     *
     * @param sets columns and constant values
     * @param owner the columns of the foreign key of the relation that it is to be in, with their values; empty for none
     * @param origin who asked for it
     * @return the new object
     */
    public T create(List<Write.SetColumn> sets, List<Write.SetColumn> owner, @Nullable Origin origin) {
        return creation.create(sets, owner, origin);
    }

    /**
     * Inserts rows whose values are given one by one, together and with few statements.
     *
     * @param values the columns and constant values of each row
     */
    List<T> createAll(List<List<Write.SetColumn>> values, Reason reason) {
        return creation.createAll(values, reason);
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
        return creation.create(plain, sets, origin);
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
            if (elements.save(object, () -> update.write(object, changed, expressions, reason), origin) == null) {
                throw new NotFoundException(
                        "The row of this " + meta + " is gone. To insert it anew create a plain object.");
            }
            return object;
        }
        if (meta.keyOf(object) == null) {
            return create(object, origin);
        }
        callbacks.call(Lifecycle.PRE_UPDATE, object);
        T updated = elements.save(object, () -> update.write(object, row.allColumns(), expressions, reason), origin);
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

    /**
     * Writes some columns of an object to its row, changed or not, and no others.
     *
     * @param object an object with a key
     * @param columns the columns; those that are not loaded are left as they are
     * @param expressions further columns that the database evaluates
     * @param origin who asked for it
     * @return the object as queries give them
     */
    public T saveOnly(
            T object, List<ColumnAttribute> columns, List<Write.SetColumn> expressions, @Nullable Origin origin) {
        long chosen = 0;
        for (ColumnAttribute column : columns) {
            if (meta.key().has(column)) {
                throw new QueryException(
                        "saveOnly cannot write '" + column + "' of " + meta + ": a row keeps its key.");
            }
            chosen |= column.bit();
        }
        if (meta.keyOf(object) == null) {
            throw new QueryException("This " + meta + " has no key, so there is no row to update: create it first.");
        }
        long written = chosen;
        return announcements.together(meta, () -> savedOnly(object, written, expressions, origin));
    }

    private T savedOnly(T object, long chosen, List<Write.SetColumn> expressions, @Nullable Origin origin) {
        long written = chosen;
        if (!(object instanceof Managed managed)) {
            callbacks.call(Lifecycle.PRE_UPDATE, object);
        } else if (chosen != 0 || !expressions.isEmpty()) {
            written = (chosen & EntityState.loaded(managed)) | callbacks.beforeUpdate(object);
        }
        T updated = update.write(object, written, expressions, Reason.of("saveOnly", origin));
        if (updated == null) {
            throw new NotFoundException("There is no row for this " + meta + ". To insert it take create(...).");
        }
        return updated;
    }

    private long dirty(Managed managed) {
        return (managed.$dirty() | meta.alwaysWritten()) & EntityState.loaded(managed);
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
        ColumnAttribute version = row.knownVersion(object);
        return announcements.together(meta, () -> {
            callbacks.call(Lifecycle.PRE_REMOVE, object);
            SortedMap<String, Long> rows;
            if (version == null) {
                rows = runner.delete(row.byKey(key), key, false, origin);
            } else {
                Query unchanged = row.byKey(key).with(row.hasVersion(version, access.get(object, version.index())));
                rows = runner.delete(unchanged, key, true, origin);
                if (rows.isEmpty() && reading.exists(row.byKey(key), new Cause.Terminal("delete"), origin)) {
                    throw row.stale();
                }
            }
            callbacks.call(Lifecycle.POST_REMOVE, object);
            if (rows.containsKey(meta.name()) && announcements.areHeard(meta)) {
                long known = object instanceof Managed managed ? EntityState.loaded(managed) : row.allColumns();
                announcements.tell(new Removed<>(meta, object, key, row.values(object, known)));
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
        Query query = row.byKey(keyOf(object, "refresh"))
                .withProjection(new Projection.Entities(ColumnChoice.only(chosen), List.of()));
        List<T> found = reading.list(query, new Cause.Terminal("refresh"), origin);
        if (found.isEmpty()) {
            throw new NotFoundException("The row of this " + meta + " is gone, so it cannot be refreshed.");
        }
        T fresh = found.getFirst();
        long loaded = EntityState.loaded((Managed) fresh);
        for (ColumnAttribute column : meta.columnsOf(loaded)) {
            row.unload(managed, column);
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
