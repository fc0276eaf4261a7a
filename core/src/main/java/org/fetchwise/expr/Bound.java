package org.fetchwise.expr;

import org.jspecify.annotations.Nullable;

/**
 * One end of the rows that a window function takes.
 *
 * @param offset how many rows behind the current one, negative for before it; null for no end
 */
public record Bound(@Nullable Integer offset) {
    /** {@return no end: from the first row, or to the last} */
    public static Bound unbounded() {
        return new Bound(null);
    }

    /** {@return the current row} */
    public static Bound currentRow() {
        return new Bound(0);
    }

    /**
     * {@return a row before the current one}
     *
     * @param rows how many before, not negative
     */
    public static Bound preceding(int rows) {
        return new Bound(-rows);
    }

    /**
     * {@return a row behind the current one}
     *
     * @param rows how many behind, not negative
     */
    public static Bound following(int rows) {
        return new Bound(rows);
    }
}
