package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;

/** A change of the rows of a query, as the user meant it. */
public sealed interface Write {
    /** {@return the rows} */
    Query rows();

    /**
     * Columns of all rows get new values.
     *
     * @param rows the rows
     * @param sets the columns and their values, at least one
     * @param returning the columns that are given back, empty for none
     */
    record Updating(Query rows, List<SetColumn> sets, List<ColumnAttribute> returning) implements Write {
        public Updating {
            sets = List.copyOf(sets);
            returning = List.copyOf(returning);
        }

        /**
         * {@return the same update that sets further columns, unless it sets them already}
         *
         * @param further columns and their values
         */
        public Updating with(List<SetColumn> further) {
            List<SetColumn> all = new ArrayList<>(sets);
            for (SetColumn set : further) {
                if (sets.stream().noneMatch(given -> given.column() == set.column())) {
                    all.add(set);
                }
            }
            return new Updating(rows, all, returning);
        }

        /** An update that gives nothing back. */
        public Updating(Query rows, List<SetColumn> sets) {
            this(rows, sets, List.of());
        }

        @Override
        public String toString() {
            return rows + ".update" + sets;
        }
    }

    /**
     * All rows are deleted, and nothing else is.
     *
     * @param rows the rows
     */
    record Deleting(Query rows) implements Write {
        @Override
        public String toString() {
            return rows + ".delete()";
        }
    }

    /**
     * A column and its new value.
     *
     * @param column a column of the rows' entity
     * @param value the value, in terms of the row as it was before
     */
    record SetColumn(ColumnAttribute column, Term value) {
        @Override
        public String toString() {
            return column + " = " + value;
        }
    }
}
