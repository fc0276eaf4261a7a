package org.fetchwise.expr;

import java.time.temporal.Temporal;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ValueType;
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
public abstract class EntityPath<R, T> implements Fetch<R>, Key<R>, PathSource {
    private final EntityMeta<T> entity;
    private final Path path;

    /**
     * Creates a root.
     *
     * @param root the entity
     */
    protected EntityPath(EntityMeta<T> root) {
        entity = root;
        path = Path.of(root);
    }

    /**
     * Creates a path that is one relation longer than another.
     *
     * @param parent the other path
     * @param relation a relation of its target to {@code T}
     */
    @SuppressWarnings("unchecked") // generated code passes relations to T only
    protected EntityPath(EntityPath<R, ?> parent, RelationAttribute relation) {
        path = parent.path.then(relation);
        entity = (EntityMeta<T>) relation.target();
    }

    /** {@return how many rows there are at the end of this path, for each row of the root; at the root itself, how many rows the query has} */
    public LongAggregate<R> count() {
        return new LongAggregate<>(rowCount(null), null);
    }

    final Term.Aggregate rowCount(@Nullable Term rowFilter) {
        return new Term.Aggregate(AggregateFunction.COUNT, path, null, false, null, rowFilter, ValueType.LONG);
    }

    /** {@return the description of the entity that this path leads to} */
    public final EntityMeta<T> asEntity() {
        return entity;
    }

    @Override
    public final Path asPath() {
        return path;
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     */
    protected final BooleanColumn<R> booleanColumn(ColumnAttribute attribute) {
        return new BooleanColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     */
    protected final StringColumn<R> stringColumn(ColumnAttribute attribute) {
        return new StringColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     */
    protected final IntColumn<R> intColumn(ColumnAttribute attribute) {
        return new IntColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     */
    protected final LongColumn<R> longColumn(ColumnAttribute attribute) {
        return new LongColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     */
    protected final DoubleColumn<R> doubleColumn(ColumnAttribute attribute) {
        return new DoubleColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     */
    protected final DecimalColumn<R> decimalColumn(ColumnAttribute attribute) {
        return new DecimalColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     * @param type the type of its values
     * @param <V> the type of its values
     */
    protected final <V extends Temporal> TemporalColumn<R, V> temporalColumn(ColumnAttribute attribute, Class<V> type) {
        return new TemporalColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target}
     *
     * @param attribute the attribute
     * @param type the type of its values
     * @param <V> the type of its values
     */
    protected final <V> ValueColumn<R, V> valueColumn(ColumnAttribute attribute, Class<V> type) {
        return new ValueColumn<>(column(attribute));
    }

    /**
     * {@return a column of this path's target, of values whose type a class does not tell}
     *
     * @param attribute the attribute
     * @param <V> the type of its values
     */
    protected final <V> ValueColumn<R, V> valueColumn(ColumnAttribute attribute) {
        return new ValueColumn<>(column(attribute));
    }

    /** The key of an owned relation is the same value as the foreign key, which stands nearer. */
    private Term.Column column(ColumnAttribute attribute) {
        return attribute.equals(entity.key()) ? Term.key(path) : new Term.Column(path, attribute);
    }

    @Override
    public final String toString() {
        return path.toString();
    }
}
