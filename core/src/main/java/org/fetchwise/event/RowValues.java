package org.fetchwise.event;

import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Column;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row's columns at one time, as far as they are known. Immutable.
 *
 * @param <T> the entity
 */
public final class RowValues<T> {
    private final EntityMeta<T> entity;
    private final long known;
    private final @Nullable Object[] values;

    private RowValues(EntityMeta<T> entity, long known, @Nullable Object[] values) {
        this.entity = entity;
        this.known = known;
        this.values = values;
    }

    /**
     * {@return the values of a row}
     *
     * @param entity its entity
     * @param known the bits of the columns whose values are known
     * @param values the values by the indexes of the columns; the others do not matter
     * @param <T> the entity
     */
    public static <T> RowValues<T> of(EntityMeta<T> entity, long known, @Nullable Object[] values) {
        return new RowValues<>(entity, known, values.clone());
    }

    /**
     * {@return the values where there is no row: all are null}
     *
     * @param entity the entity
     * @param <T> the entity
     */
    public static <T> RowValues<T> none(EntityMeta<T> entity) {
        return new RowValues<>(entity, -1L, new Object[entity.places()]);
    }

    /**
     * {@return whether the value of a column is known} Not known is what was never loaded, what a method of the entity changed
     * without a setter, what a plain object was given, and what the database has evaluated and could not give back.
     *
     * @param column a column of the entity
     */
    public boolean knows(Column<? super T, ?> column) {
        return (known & attribute(entity, column).bit()) != 0;
    }

    /**
     * {@return the value of a column}
     *
     * @param column a column of the entity; {@code POST.author().id} is the key that a relation holds
     * @param <V> the type of its values
     * @throws QueryException if it is not known, or the column is another entity's
     */
    @SuppressWarnings("unchecked") // the attribute holds values of its column's type
    public <V> @Nullable V get(Column<? super T, V> column) {
        ColumnAttribute attribute = attribute(entity, column);
        if ((known & attribute.bit()) == 0) {
            throw new QueryException("The value of '" + attribute + "' of this " + entity
                    + " is not known: ask knows(...) first. Nothing is loaded for a listener.");
        }
        return (V) values[attribute.index()];
    }

    /** The attribute of an entity that a column names. */
    static ColumnAttribute attribute(EntityMeta<?> entity, Column<?, ?> column) {
        if (Lookups.resolve(Query.of(entity), TermSource.termOf(column)) instanceof Term.Column named) {
            Path path = named.path();
            if (path.isRoot()) {
                return named.attribute();
            }
            if (path.steps().size() == 1
                    && path.last() instanceof ToOneAttribute toOne
                    && toOne.isOwning()
                    && toOne.target().key().has(named.attribute())) {
                int part = toOne.target().key().columns().indexOf(named.attribute());
                return toOne.foreignKey().columns().get(part);
            }
        }
        throw new QueryException("A change of " + entity + " tells of columns of " + entity + " itself, but '" + column
                + "' is none. To take it along, listen to the entity that has it.");
    }
}
