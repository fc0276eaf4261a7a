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
                Field,
                EmbeddedPath {
    /**
     * {@return the assignment of a value to this column}
     *
     * @param value the value
     */
    default Assignment<R> to(V value) {
        return Assignment.ofValue(this, value);
    }

    /**
     * {@return the assignment of an expression's value to this column} The database evaluates it on the row as it was before.
     *
     * @param value the expression
     * @param <S> the entity that has both
     */
    default <S extends R> Assignment<S> to(Expr<? super S, ? extends V> value) {
        return Assignment.ofTerm(this, value);
    }

    /** {@return the assignment of NULL to this column} */
    default Assignment<R> toNull() {
        return Assignment.of(this, null);
    }
}
