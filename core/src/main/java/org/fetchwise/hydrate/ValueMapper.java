package org.fetchwise.hydrate;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of each row of a query of values.
 *
 * @param <V> what is made
 */
@FunctionalInterface
public interface ValueMapper<V> {
    /**
     * {@return what is made of the current row}
     *
     * @param row the row, valid until this method returns
     * @throws SQLException if the driver fails
     */
    @Nullable
    V map(ValueRow row) throws SQLException;
}
