package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fetchwise.error.QueryException;
import org.fetchwise.event.BulkChange.Operation;
import org.fetchwise.event.RowValues;
import org.fetchwise.event.Saved;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.hydrate.NewObjects;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.FieldValues;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Origin;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows of new objects, from what they hold or from values that are given one by one. Safe for use by several
 * threads.
 *
 * @param <T> the entity
 */
final class ObjectCreation<T> {
    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final WriteRunner runner;
    private final Statements statements;
    private final QueryRunner reading;
    private final Announcements announcements;
    private final Callbacks<T> callbacks;
    private final ObjectRow<T> row;

    ObjectCreation(EntityMeta<T> meta, WriteRunner runner, QueryRunner reading, ObjectRow<T> row) {
        this.meta = meta;
        this.access = meta.access();
        this.runner = runner;
        this.statements = runner.statements();
        this.reading = reading;
        this.announcements = runner.announcements();
        this.callbacks = new Callbacks<>(meta);
        this.row = row;
    }

    /** Inserts the row of a plain object. */
    T create(T plain, @Nullable Origin origin) {
        refuseStored(plain);
        return created(plain, List.of(), () -> row.managed(plain), origin);
    }

    /** Inserts a row of values, which refers to an owner where one is given; the others are what the entity's constructor leaves. */
    T create(List<Write.SetColumn> sets, List<Write.SetColumn> owner, @Nullable Origin origin) {
        if (meta.isAbstract()) {
            throw new QueryException(meta + " is abstract, so that no row is of it alone. Create an object of one of "
                    + meta.withSubclasses() + ".");
        }
        NewObjects<T> objects = reading.newObjects(meta);
        T object = objects.add();
        for (Write.SetColumn set : sets) {
            assign(object, set.column(), row.constant(set));
        }
        return created(object, assigned(object, owner), () -> row.stored(objects, object), origin);
    }

    /** Inserts the row of a plain object, a foreign key of which is given besides. */
    T create(T plain, List<Write.SetColumn> sets, @Nullable Origin origin) {
        refuseStored(plain);
        NewObjects<T> objects = reading.newObjects(meta);
        T object = objects.add(plain);
        T created = created(object, assigned(object, sets), () -> row.stored(objects, object), origin);
        for (ColumnAttribute part : meta.key().columns()) {
            access.set(plain, part.index(), access.get(created, part.index()));
        }
        return created;
    }

    /** Inserts rows of values together and with few statements. */
    List<T> createAll(List<List<Write.SetColumn>> values, Reason reason) {
        NewObjects<T> made = reading.newObjects(meta);
        NewRows<T> rows = new NewRows<>(meta, statements, runner.defaults(), reason);
        for (List<Write.SetColumn> sets : values) {
            T object = made.add();
            sets.forEach(set -> assign(object, set.column(), row.constant(set)));
            callbacks.call(Lifecycle.PRE_PERSIST, object);
            rows.prepare(object);
        }
        List<T> objects = made.list();
        runner.validators().check(meta, objects);
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            rows.insert(objects, Integer.MAX_VALUE);
            objects.forEach(object -> made.stored(object, row.allColumns()));
            callbacks.call(Lifecycle.POST_PERSIST, objects);
            announcements.objects(meta, Operation.CREATED, objects, meta.columns());
            return objects;
        });
    }

    /** Inserts the row of an object, and gives what stands for it from now on. */
    private T created(T object, List<Write.SetColumn> owned, Supplier<T> stored, @Nullable Origin origin) {
        return announcements.together(meta, () -> {
            NewRows<T> rows = new NewRows<>(meta, statements, runner.defaults(), Reason.of("create", origin), owned);
            callbacks.call(Lifecycle.PRE_PERSIST, object);
            rows.prepare(object);
            runner.validators().check(meta, object);
            rows.insert(List.of(object), 1);
            T managed = stored.get();
            callbacks.call(Lifecycle.POST_PERSIST, managed);
            if (announcements.areHeard(meta)) {
                RowValues<T> now = row.values(managed, row.allColumns());
                announcements.tell(new Saved<>(meta, managed, true, meta.columns(), RowValues.none(meta), now));
            }
            return managed;
        });
    }

    private void refuseStored(T object) {
        if (object instanceof Managed) {
            throw new QueryException("This " + meta + " has a row already: save it, or create a new object.");
        }
    }

    /** Lets an object refer to its owner, and gives the columns that no attribute of it stands for, or none that is inserted. */
    private List<Write.SetColumn> assigned(T object, List<Write.SetColumn> owner) {
        List<Write.SetColumn> owned = new ArrayList<>();
        for (Write.SetColumn set : owner) {
            if (!meta.has(set.column().index()) || set.column().is(Trait.NOT_INSERTABLE)) {
                owned.add(set);
            } else {
                assign(object, set.column(), row.constant(set));
            }
        }
        return owned;
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
}
