package org.fetchwise.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a {@link MockDataSource} answers with. They are prepared once and read as often as is asked, without a copy; safe
 * for use by several threads as long as nobody changes the values.
 */
public final class MockRows {
    private static final MockRows NONE = new MockRows(new Object[0][]);

    private final @Nullable Object[][] rows;

    private MockRows(@Nullable Object[][] rows) {
        this.rows = rows;
    }

    /** {@return no rows} */
    public static MockRows none() {
        return NONE;
    }

    /**
     * {@return some rows}
     *
     * @param rows each with its values in the order of the statement's columns, of the types that a driver gives: numbers,
     *     booleans, texts, UUIDs, byte arrays, and the types of {@code java.time}, an instant as an
     *     {@link java.time.OffsetDateTime}
     */
    public static MockRows of(List<? extends List<? extends @Nullable Object>> rows) {
        return new MockRows(rows.stream().map(List::toArray).toArray(Object[][]::new));
    }

    /** {@return how many rows there are} */
    public int size() {
        return rows.length;
    }

    @Nullable
    Object value(int row, int column) {
        return rows[row][column];
    }
}
