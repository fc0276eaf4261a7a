package org.fetchwise;

/**
 * One row of 5 aggregates, which {@link #into} turns into a record.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 * @param <D> the type of value 4
 * @param <E> the type of value 5
 */
public final class Totals5<A, B, C, D, E> {
    private final Totals totals;

    Totals5(Totals totals) {
        this.totals = totals;
    }

    /** {@return the row} */
    public Row row() {
        return totals.row();
    }

    /**
     * {@return the row as something else}
     *
     * @param make makes one object of the values, most often the constructor of a record
     * @param <V> the type of the object
     */
    @SuppressWarnings("unchecked") // the values have the types of the expressions
    public <V> V into(Function5<A, B, C, D, E, V> make) {
        return totals.into(
                values -> make.apply((A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4]));
    }
}
