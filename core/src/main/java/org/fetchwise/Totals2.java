package org.fetchwise;

import java.util.function.BiFunction;

/**
 * One row of 2 aggregates, which {@link #into} turns into a record.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 */
public final class Totals2<A, B> {
    private final Totals totals;

    Totals2(Totals totals) {
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
    public <V> V into(BiFunction<A, B, V> make) {
        return totals.into(values -> make.apply((A) values[0], (B) values[1]));
    }
}
