package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fetchwise.dialect.Capabilities.Returning;
import org.fetchwise.error.QueryException;
import org.fetchwise.event.RowValues;
import org.fetchwise.event.Saved;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Query;
import org.fetchwise.query.Write;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an object holds to its row, and to the object what the row has become. Safe for use by several threads.
 *
 * @param <T> the entity
 */
final class ObjectUpdate<T> {
    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final WriteRunner runner;
    private final Statements statements;
    private final Announcements announcements;
    private final Callbacks<T> callbacks;
    private final ObjectRow<T> row;

    ObjectUpdate(EntityMeta<T> meta, WriteRunner runner, ObjectRow<T> row) {
        this.meta = meta;
        this.access = meta.access();
        this.runner = runner;
        this.statements = runner.statements();
        this.announcements = runner.announcements();
        this.callbacks = new Callbacks<>(meta);
        this.row = row;
    }

    /** Updates the row of an object, and gives what stands for it from now on; null where there is no such row. */
    @Nullable
    T write(T object, long columns, List<Write.SetColumn> expressions, Reason reason) {
        List<Write.SetColumn> sets = changes(object, columns, expressions);
        if (sets.isEmpty()) {
            return object instanceof Managed ? object : row.managed(object);
        }
        runner.validators().check(meta, object);
        List<Write.SetColumn> automatic = automatic(expressions);
        sets.removeIf(set -> automatic.stream().anyMatch(other -> other.column() == set.column()));
        sets.addAll(automatic);
        RowValues<T> former = announcements.areHeard(meta) ? before(object, columns) : RowValues.none(meta);
        Query target = row.byKey(Objects.requireNonNull(meta.keyOf(object)));
        ColumnAttribute version = meta.version();
        Object next = null;
        if (version != null) {
            Object before = access.get(object, version.index());
            next = Versions.nextVersion(version, before, runner.defaults().clock());
            target = target.with(row.hasVersion(version, before == null ? next : before));
            sets.add(new Write.SetColumn(version, ObjectRow.literal(version, next)));
        }
        List<ColumnAttribute> evaluated = evaluated(expressions);
        boolean returns =
                !meta.isJoined() && statements.dialect().capabilities().returning() == Returning.ALL;
        long rows = run(new Write.Updating(target, sets, returns ? evaluated : List.of()), object, reason);
        if (rows == 0) {
            if (version != null) {
                throw row.stale();
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
            RowValues<T> after = row.values(stored, EntityState.loaded((Managed) stored));
            announcements.tell(new Saved<>(meta, stored, false, written, former, after));
        }
        return stored;
    }

    /** What the call sets: the columns it names, and those that the database evaluates; the version is not its to set. */
    private List<Write.SetColumn> changes(T object, long columns, List<Write.SetColumn> expressions) {
        long chosen = columns & ~meta.key().bits();
        for (Write.SetColumn expression : expressions) {
            chosen &= ~expression.column().bit();
        }
        ColumnAttribute version = meta.version();
        if (version != null) {
            chosen &= ~version.bit();
        }
        List<Write.SetColumn> sets = new ArrayList<>();
        for (ColumnAttribute column : meta.columnsOf(chosen)) {
            if (!column.is(Trait.NOT_UPDATABLE)) {
                sets.add(new Write.SetColumn(column, ObjectRow.literal(column, value(object, column))));
            }
        }
        sets.addAll(expressions);
        return sets;
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

    /** Whether the database computes a column from others of the row. */
    static boolean isComputed(ColumnAttribute column) {
        return column.is(Trait.GENERATED) && column.is(Trait.NOT_UPDATABLE);
    }

    /** What stands for an updated row from now on: it holds what was written, and loads what nobody knows. */
    private T stored(T object, List<Write.SetColumn> automatic, List<ColumnAttribute> unknown) {
        automatic.forEach(set -> access.set(object, set.column().index(), row.constant(set)));
        T stored = object instanceof Managed ? object : row.managed(object);
        Managed managed = (Managed) stored;
        automatic.forEach(set -> {
            managed.$clean(set.column().bit());
            EntityState.markLoaded(managed, set.column().bit());
        });
        unknown.forEach(column -> row.unload(managed, column));
        if (!(object instanceof Managed)) {
            for (ColumnAttribute column : meta.columns()) {
                if (column.is(Trait.NOT_UPDATABLE) && !meta.key().has(column) && !isComputed(column)) {
                    row.unload(managed, column);
                }
            }
        }
        return stored;
    }

    /** What is known of a row before it is updated: of a plain object only its key, which stays. */
    private RowValues<T> before(T object, long written) {
        if (!(object instanceof Managed managed)) {
            return row.values(object, meta.key().bits());
        }
        long changed = written & EntityState.loaded(managed);
        long known = EntityState.loaded(managed) & ~written;
        @Nullable Object[] values = row.held(object, known);
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
                    row.unload(managed, column);
                }
                access.set(object, column.index(), column.type().read(rows, at + 1));
                if (object instanceof Managed managed) {
                    managed.$makeReady(column.bit());
                }
            }
            return 1L;
        });
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
}
