package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.KeyColumns;
import org.jspecify.annotations.Nullable;

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
        /**
         * {@return what lets rows refer to another row}
         *
         * @param foreignKey the columns that refer to it
         * @param key its key
         */
        public static List<SetColumn> referring(KeyColumns foreignKey, Object key) {
            List<@Nullable Object> parts = foreignKey.partsOf(key);
            List<SetColumn> sets = new ArrayList<>(parts.size());
            for (ColumnAttribute column : foreignKey.columns()) {
                sets.add(new SetColumn(column, new Term.Literal(parts.get(sets.size()), column.type())));
            }
            return sets;
        }

        /**
         * {@return what lets rows refer to no row} A key of which a part is missing is none, so columns that hold something in
         * any case keep it.
         *
         * @param foreignKey the columns that refer to a row, of which at least one may be NULL
         */
        public static List<SetColumn> cleared(KeyColumns foreignKey) {
            return foreignKey.columns().stream()
                    .filter(column -> column.is(ColumnAttribute.Trait.NULLABLE))
                    .map(column -> new SetColumn(column, new Term.Literal(null, column.type())))
                    .toList();
        }

        @Override
        public String toString() {
            return column + " = " + value;
        }
    }
}
