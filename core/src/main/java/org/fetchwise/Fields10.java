package org.fetchwise;

/**
 * Rows of 10 values, which {@link #into} turns into records.
 *
 * @param <T> the entity
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 * @param <D> the type of value 4
 * @param <E> the type of value 5
 * @param <F> the type of value 6
 * @param <G> the type of value 7
 * @param <H> the type of value 8
 * @param <I> the type of value 9
 * @param <J> the type of value 10
 */
public final class Fields10<T, A, B, C, D, E, F, G, H, I, J> extends Values<T, Row> {
    Fields10(QueryState<T> state, RowMapping<Row> mapping) {
        super(state, mapping);
    }

    /**
     * {@return these rows as something else}
     *
     * @param make makes one object of the values of a row, most often the constructor of a record
     * @param <V> the type of the objects
     */
    @SuppressWarnings("unchecked") // the values have the types of the expressions
    public <V> Values<T, V> into(Function10<A, B, C, D, E, F, G, H, I, J, V> make) {
        return mapped(values -> make.apply(
                (A) values[0],
                (B) values[1],
                (C) values[2],
                (D) values[3],
                (E) values[4],
                (F) values[5],
                (G) values[6],
                (H) values[7],
                (I) values[8],
                (J) values[9]));
    }
}
