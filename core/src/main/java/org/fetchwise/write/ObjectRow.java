package org.fetchwise.write;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.event.RowValues;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.hydrate.NewObjects;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of an entity stand to their rows: which row is an object's, what the object knows of it, and what stands for
 * a row that was written. Safe for use by several threads.
 *
 * @param <T> the entity
 */
final class ObjectRow<T> {
    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final QueryRunner reading;

    ObjectRow(EntityMeta<T> meta, QueryRunner reading) {
        this.meta = meta;
        this.access = meta.access();
        this.reading = reading;
    }

    /** The row with a key. */
    Query byKey(Object key) {
        Term column = Term.key(Path.of(meta));
        return Query.of(meta)
                .orderedBy(List.of())
                .with(new Clause.Filter(
                        new Term.Compare(ComparisonOperator.EQUAL, column, new Term.Literal(key, column.type()))));
    }

    /** That the row has a version. */
    Clause.Filter hasVersion(ColumnAttribute version, @Nullable Object value) {
        return new Clause.Filter(new Term.Compare(
                ComparisonOperator.EQUAL, new Term.Column(Path.of(meta), version), literal(version, value)));
    }

    /** The version, where an object knows which one its row had. */
    @Nullable
    ColumnAttribute knownVersion(T object) {
        ColumnAttribute version = meta.version();
        boolean known = version != null
                && (!(object instanceof Managed managed) || (EntityState.loaded(managed) & version.bit()) != 0)
                && access.get(object, version.index()) != null;
        return known ? version : null;
    }

    /** The failure of a write that expected another version. */
    StaleObjectException stale() {
        return new StaleObjectException(
                "The row of this " + meta + " has been changed or deleted since it was read: its"
                        + " version is another one. Read it again, and decide anew.");
    }

    /** The value of a column. */
    static Term literal(ColumnAttribute column, @Nullable Object value) {
        return new Term.Literal(value, column.type());
    }

    /** The value that a new row gets. */
    @Nullable
    Object constant(Write.SetColumn set) {
        if (!(set.value() instanceof Term.Literal literal)) {
            throw new QueryException("'" + set.column() + "' of a new " + meta
                    + " takes a value, not an expression: there is no row yet that it could be evaluated on.");
        }
        return literal.value();
    }

    /** What an object holds of its row. */
    RowValues<T> values(T object, long known) {
        return RowValues.of(meta, known, held(object, known));
    }

    /** The values that an object holds of some columns, by the indexes of the columns. */
    @Nullable
    Object[] held(T object, long known) {
        @Nullable Object[] values = new Object[meta.places()];
        for (ColumnAttribute column : meta.columnsOf(known)) {
            values[column.index()] = access.get(object, column.index());
        }
        return values;
    }

    /** The bits of all columns. */
    long allColumns() {
        long bits = 0;
        for (ColumnAttribute column : meta.columns()) {
            bits |= column.bit();
        }
        return bits;
    }

    /** What queries would give for the row that a plain object was written to. */
    T managed(T plain) {
        NewObjects<T> objects = reading.newObjects(meta);
        return stored(objects, objects.add(plain));
    }

    /** What stands for the row of a new object. */
    T stored(NewObjects<T> objects, T object) {
        objects.stored(object, allColumns());
        return object;
    }

    /** Lets the next touch of a column load it again, and of the relation that it is part of. */
    void unload(Managed managed, ColumnAttribute column) {
        EntityState.unload(managed, column.bit());
        ToOneAttribute relation = meta.relationOf(column);
        if (relation != null) {
            EntityState.unload(managed, relation.bit());
        }
    }
}
