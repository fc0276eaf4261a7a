package org.fetchwise.sql;

import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.meta.StorageType;

/**
 * An UPDATE that gives each of several rows values of its own, all bound as parameters: first what the rows are found by, then their
 * new values.
 *
 * @param table the table's name, unquoted
 * @param keys the columns by which a row is found
 * @param sets the columns that get new values
 * @param source how the values are bound
 */
public record UpdateEach(String table, List<Cell> keys, List<Cell> sets, Source source) implements SqlStatement {
    /** The alias of the rows of values. */
    public static final String VALUES = "given";

    /** The alias of the rows that are changed. */
    public static final String TARGET = "target";

    public UpdateEach {
        keys = List.copyOf(keys);
        sets = List.copyOf(sets);
    }

    /** How the values of the rows are bound. */
    public sealed interface Source {}

    /**
     * Each value as a parameter, row after row.
     *
     * @param count how many rows, at least 1
     */
    public record Rows(int count) implements Source {
        @Override
        public String toString() {
            return count + " rows";
        }
    }

    /** A list of values for each column, bound as one parameter, so that any number of rows has the same text. */
    public record Lists() implements Source {
        @Override
        public String toString() {
            return "lists";
        }
    }

    /** {@return the columns of the values: those by which rows are found, then those that are set} */
    public List<Cell> cells() {
        return Stream.concat(keys.stream(), sets.stream()).toList();
    }

    /**
     * A column and how it is stored.
     *
     * @param column the column's name, unquoted
     * @param type how its values are stored
     * @param given what it is called in the rows of values: a column by which rows are found may get a new value, too
     */
    public record Cell(String column, StorageType type, String given) {
        /**
         * A column that is called the same in the rows of values.
         *
         * @param column the column's name, unquoted
         * @param type how its values are stored
         */
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
        return "UPDATE " + table + SqlText.clause(" SET ", sets) + " FROM " + source + " BY "
                + SqlText.joined(keys, ", ");
    }
}
