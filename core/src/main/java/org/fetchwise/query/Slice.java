package org.fetchwise.query;

/**
 * A part of the rows in their order.
 *
 * @param offset how many rows are left out first, not negative
 * @param limit the greatest number of rows, or {@link #ALL}
 * @param offsetSlot in the shape of a query, the slot that the offset comes from; -1 where it stands in the text
 * @param limitSlot in the shape of a query, the slot that the limit comes from; -1 where it stands in the text
 */
public record Slice(long offset, long limit, int offsetSlot, int limitSlot) {
    /** The limit that cuts nothing. */
    public static final long ALL = -1;

    /** Every row. */
    public static final Slice NONE = new Slice(0, ALL);

    /**
     * Creates a part.
     *
     * @param offset how many rows are left out first, not negative
     * @param limit the greatest number of rows, or {@link #ALL}
     */
    public Slice(long offset, long limit) {
        this(offset, limit, -1, -1);
    }

    /** {@return whether every row is taken} */
    public boolean isEverything() {
        return offset == 0 && limit == ALL;
    }

    /**
     * {@return the part of this part with at most so many rows}
     *
     * @param rows the number of rows, not negative
     */
    public Slice limited(long rows) {
        return new Slice(offset, limit == ALL ? rows : Math.min(limit, rows));
    }

    /**
     * {@return this part without its first rows}
     *
     * @param rows how many more to leave out, not negative
     */
    public Slice skipping(long rows) {
        return new Slice(Math.addExact(offset, rows), limit == ALL ? ALL : Math.max(0, limit - rows));
    }
}
