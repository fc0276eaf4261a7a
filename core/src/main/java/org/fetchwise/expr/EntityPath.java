package org.fetchwise.expr;

import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.Detached;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Inheritance;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.FieldValues;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.Path;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * A path from the rows of {@code R} to rows of {@code T}; the base of the generated classes. Immutable.
 *
 * @param <R> the entity that the path begins at
 * @param <T> the entity that it leads to
 */
@SuppressWarnings("exports") // what it is inside is for the library
public abstract non-sealed class EntityPath<R, T> extends AttributePath<R> implements Fetch<R>, Key<R>, PathSource {
    private final EntityMeta<T> entity;
    private final @Nullable EntityPath<R, ?> parent;

    /**
     * Creates a root.
     *
     * @param root the entity
     */
    protected EntityPath(EntityMeta<T> root) {
        super(Path.of(root));
        entity = root;
        parent = null;
    }

    /**
     * Creates a path that is one relation longer than another.
     *
     * @param parent the other path
     * @param relation a relation of its target to {@code T}
     */
    @SuppressWarnings("unchecked") // generated code passes relations to T only
    protected EntityPath(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent.path.then(relation));
        entity = (EntityMeta<T>) relation.target();
        this.parent = parent;
    }

    /**
     * {@return the path before the last relation of another}
     *
     * @param path the other path, which is no root
     * @param <R> the entity that it begins at
     */
    protected static <R> EntityPath<R, ?> parentOf(EntityPath<R, ?> path) {
        return Objects.requireNonNull(path.parent, "a root has no parent");
    }

    /**
     * {@return the last relation of a path, to those of its rows only that fulfil a condition}
     *
     * @param path the path
     * @param condition a condition on one row
     * @param <T> the entity that it leads to
     * @throws QueryException if the relation does not lead to many
     */
    protected static <T> RelationAttribute lastFiltered(EntityPath<?, T> path, Condition<? super T> condition) {
        if (path.entity != path.path.target()) {
            throw new QueryException("The rows of '" + path.path + "' are filtered before they are taken for rows of "
                    + path.entity + ": call filtered(...) first.");
        }
        return path.path
                .filtered(Lookups.ofRows(path.path, Terms.of(condition)))
                .last();
    }

    /**
     * Creates a path to the same rows as another one, for the attributes of an entity that extends the other's.
     *
     * @param wider the other path
     * @param entity the entity
     */
    protected EntityPath(EntityPath<R, ?> wider, EntityMeta<T> entity) {
        super(wider.path);
        this.entity = entity;
        this.parent = wider.parent;
    }

    /** {@return how many rows there are at the end of this path, for each row of the root; at the root itself, how many rows the query has} */
    public LongAggregate<R> count() {
        return new LongAggregate<>(rowCount(null), null);
    }

    final Term.Aggregate rowCount(@Nullable Term rowFilter) {
        return new Term.Aggregate(AggregateFunction.COUNT, path, null, false, null, rowFilter, ValueType.LONG);
    }

    /**
     * {@return whether the row at the end of this path is of an entity that extends this one's, or of one that extends that}
     *
     * @param other the start of the other entity's paths, as {@code DOG}
     * @throws QueryException if the other entity does not extend this one's
     */
    public final Condition<R> isInstance(EntityPath<?, ? extends T> other) {
        Inheritance place = entity.inheritance();
        if (place == null || !other.entity.isA(entity)) {
            throw new QueryException(other.entity + " does not extend " + entity + ", so that no row of " + entity
                    + " is one of " + other.entity + ".");
        }
        ColumnAttribute type = place.discriminator();
        return new ConditionTerm<>(new Term.In(
                new Term.Column(path, type), new Term.ListOf(other.entity.discriminatorValues(), type.type())));
    }

    /**
     * {@return an object that stands for a row, without asking whether there is one, to be given to filters and other objects} It
     * knows no database, so nothing but its key can be read; {@code db.ref(...)} gives one that loads the rest when it is touched.
     *
     * @param key the row's key
     * @throws org.fetchwise.error.QueryException if the entity has keys of another type, or is read-only
     */
    public final T ref(Object key) {
        T object = FieldValues.refer(entity, key, () -> Detached.reference(entity));
        Managed managed = (Managed) object;
        managed.$clean(-1L);
        managed.$makeReady(entity.key().bits());
        return object;
    }

    /** {@return the description of the entity that this path leads to} */
    public final EntityMeta<T> asEntity() {
        return entity;
    }

    @Override
    public final Path asPath() {
        return path;
    }

    @Override
    public final String toString() {
        return path.toString();
    }
}
