package org.fetchwise;

import java.util.function.BiFunction;

/**
 * Rows of 2 values, which {@link #into} turns into records.
 *
 * @param <T> the entity
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 */
public final class Fields2<T, A, B> extends Values<T, Row> {
    Fields2(QueryState<T> state, RowMapping<Row> mapping) {
        super(state, mapping);
    }

    /**
     * {@return these rows as something else}
     *
     * @param make makes one object of the values of a row, most often the constructor of a record
     * @param <V> the type of the objects
     */
    @SuppressWarnings("unchecked") // the values have the types of the expressions
    public <V> Values<T, V> into(BiFunction<A, B, V> make) {
        return mapped(values -> make.apply((A) values[0], (B) values[1]));
    }
}
