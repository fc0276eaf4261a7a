package org.fetchwise.sql;

import java.util.List;
import org.fetchwise.meta.StorageType;

/**
 * An UPDATE that gives each of several rows values of its own, all bound as parameters: row after row first what it is found by,
 * then its new values.
 *
 * @param table the table's name, unquoted
 * @param keys the columns by which a row is found
 * @param sets the columns that get new values
 * @param rows how many rows, at least 1
 */
public record UpdateEach(String table, List<Cell> keys, List<Cell> sets, int rows) implements SqlStatement {
    /** The alias of the rows of values. */
    public static final String VALUES = "given";

    /** The alias of the rows that are changed. */
    public static final String TARGET = "target";

    public UpdateEach {
        keys = List.copyOf(keys);
        sets = List.copyOf(sets);
    }

    /**
     * A column and how it is stored.
     *
     * @param column the column's name, unquoted
     * @param type how its values are stored
     * @param given what it is called in the rows of values: a column by which rows are found may get a new value, too
     */
    public record Cell(String column, StorageType type, String given) {
        /** A column that is called the same in the rows of values. */
        public Cell(String column, StorageType type) {
            this(column, type, column);
        }

        /** {@return the new value of a column by which rows are found} */
        public Cell next() {
            return new Cell(column, type, "next " + column);
        }

        @Override
        public String toString() {
            return column;
        }
    }

    @Override
    public String toString() {
        return "UPDATE " + table + SqlText.clause(" SET ", sets) + " FROM " + rows + " rows BY "
                + SqlText.joined(keys, ", ");
    }
}
