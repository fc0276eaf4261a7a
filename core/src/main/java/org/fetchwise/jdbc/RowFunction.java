package org.fetchwise.jdbc;

import java.sql.SQLException;
import org.fetchwise.meta.RowReader;

/**
 * What is made of the rows of a statement.
 *
 * @param <R> what is made
 */
@FunctionalInterface
public interface RowFunction<R> {
    /**
     * Reads rows.
     *
     * @param rows the rows, before the first; valid until this method returns
     * @return what is made of them
     * @throws SQLException if the driver fails
     */
    R apply(RowReader rows) throws SQLException;
}
