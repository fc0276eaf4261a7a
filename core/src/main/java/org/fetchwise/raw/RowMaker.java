package org.fetchwise.raw;

import java.sql.SQLException;
import org.fetchwise.meta.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes one element of each row of a result.
 *
 * @param <V> the element
 */
@FunctionalInterface
public interface RowMaker<V extends @Nullable Object> {
    /**
     * {@return what the current row becomes}
     *
     * @param row the row
     * @throws SQLException if the driver fails
     */
    V make(RowReader row) throws SQLException;

    /**
     * Knows what to make of rows once their columns are known.
     *
     * @param <V> the element
     */
    @FunctionalInterface
    interface Of<V extends @Nullable Object> {
        /**
         * {@return what makes the elements of a result}
         *
         * @param columns the result's columns
         * @throws SQLException if the driver fails
         */
        RowMaker<V> over(ResultColumns columns) throws SQLException;
    }
}
