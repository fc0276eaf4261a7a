package org.fetchwise.expr;

import java.time.temporal.Temporal;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.query.Path;
import org.fetchwise.query.Term;

/**
 * What has columns: a path to the rows of an entity, or to an embedded object of such rows. Immutable.
 *
 * @param <R> the entity that the path begins at
 */
public abstract sealed class AttributePath<R> permits EntityPath, EmbeddedPath {
    final Path path;

    AttributePath(Path path) {
        this.path = path;
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     */
    protected final BooleanColumn<R> booleanColumn(ColumnAttribute attribute) {
        return new BooleanColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     */
    protected final StringColumn<R> stringColumn(ColumnAttribute attribute) {
        return new StringColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     */
    protected final IntColumn<R> intColumn(ColumnAttribute attribute) {
        return new IntColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     */
    protected final LongColumn<R> longColumn(ColumnAttribute attribute) {
        return new LongColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     */
    protected final DoubleColumn<R> doubleColumn(ColumnAttribute attribute) {
        return new DoubleColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     */
    protected final DecimalColumn<R> decimalColumn(ColumnAttribute attribute) {
        return new DecimalColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     * @param type the type of its values
     * @param <V> the type of its values
     */
    protected final <V extends Temporal> TemporalColumn<R, V> temporalColumn(ColumnAttribute attribute, Class<V> type) {
        return new TemporalColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to}
     *
     * @param attribute the attribute
     * @param type the type of its values
     * @param <V> the type of its values
     */
    protected final <V> ValueColumn<R, V> valueColumn(ColumnAttribute attribute, Class<V> type) {
        return new ValueColumn<>(column(attribute));
    }

    /**
     * {@return a column of the rows that this path leads to, of values whose type a class does not tell}
     *
     * @param attribute the attribute
     * @param <V> the type of its values
     */
    protected final <V> ValueColumn<R, V> valueColumn(ColumnAttribute attribute) {
        return new ValueColumn<>(column(attribute));
    }

    /** The key of an owned relation is the same value as the foreign key, which stands nearer. */
    private Term.Column column(ColumnAttribute attribute) {
        return Term.column(path, attribute);
    }
}
