package org.fetchwise.expr;

/**
 * A column of an entity, reached from {@code R} over a path.
 *
 * @param <R> the entity that the path begins at
 * @param <V> the type of the values
 */
public sealed interface Column<R, V> extends Expr<R, V>
        permits BooleanColumn,
                StringColumn,
                IntColumn,
                LongColumn,
                DoubleColumn,
                DecimalColumn,
                TemporalColumn,
                ValueColumn,
                Field {}
