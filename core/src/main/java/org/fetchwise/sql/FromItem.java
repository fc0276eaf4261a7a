package org.fetchwise.sql;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.StorageType;

/** Something rows are taken from. */
public sealed interface FromItem {
    /** {@return the name under which its columns are spoken of} */
    String alias();

    /**
     * A table of the database.
     *
     * @param table the table's name, unquoted, with dots between it and its schema and catalog where these are given
     * @param alias the name under which its columns are spoken of
     */
    record Table(String table, String alias) implements FromItem {
        @Override
        public String toString() {
            return table + " " + alias;
        }
    }

    /**
     * A list of keys that is bound as few parameters: a row for each, with its values and its position in the list. The values
     * take the type and the collation of the columns that they are compared with.
     *
     * @param keys for each column of a key the slot of the list of its values, and how each is stored
     * @param table the table of the columns
     * @param columns the columns that the keys are compared with; values that are compared with none have none
     * @param alias the name under which its columns are spoken of
     */
    record KeyList(List<SqlExpr.Parameter> keys, String table, List<String> columns, String alias) implements FromItem {
        private static final String VALUE = "v";

        /** The name of the column that holds the key's position in the list, counted from 1. */
        public static final String POSITION = "n";

        public KeyList {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
        }

        /**
         * {@return the name of the column that holds a value of the keys}
         *
         * @param part which of the values, counted from 0
         */
        public static String value(int part) {
            return part == 0 ? VALUE : VALUE + (part + 1);
        }

        /** {@return the key of a row} */
        public List<SqlExpr.ColumnRef> values() {
            List<SqlExpr.ColumnRef> values = new ArrayList<>(keys.size());
            for (int part = 0; part < keys.size(); part++) {
                values.add(
                        new SqlExpr.ColumnRef(alias, value(part), keys.get(part).type()));
            }
            return values;
        }

        /** {@return the position of a row's key in the list, counted from 1} */
        public SqlExpr.ColumnRef position() {
            return new SqlExpr.ColumnRef(alias, POSITION, StorageType.BIGINT);
        }

        @Override
        public String toString() {
            return "KEYS " + keys + " " + alias;
        }
    }

    /**
     * The rows of several subqueries put together; its columns have the names of the first one's.
     *
     * @param operator how they are put together
     * @param all whether equal rows are kept as often as they occur
     * @param parts the subqueries
     * @param alias its name
     */
    record Combined(SetOperator operator, boolean all, List<Select> parts, String alias) implements FromItem {
        public Combined {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "(" + SqlText.joined(parts, " " + operator + (all ? " ALL " : " ")) + ") " + alias;
        }
    }

    /**
     * Rows found step by step: those of a subquery, and those that a second one finds from the rows found before, until it
     * finds no new ones. Equal rows are found once.
     *
     * @param table the name by which the second subquery speaks of the rows found before
     * @param columns the names of the columns
     * @param among the table that all rows are of: there are no more rows to be found than it has
     * @param start the subquery that begins
     * @param step the subquery that goes on; it begins with the rows found before
     * @param alias its name
     */
    record Recursive(String table, List<String> columns, String among, Select start, Select step, String alias)
            implements FromItem {
        public Recursive {
            columns = List.copyOf(columns);
        }

        @Override
        public String toString() {
            return "(RECURSIVE " + table + SqlText.grouped(columns, ", ") + " AS " + start + " UNION " + step + ") "
                    + alias;
        }
    }

    /**
     * A subquery.
     *
     * @param select the subquery
     * @param alias the name under which its columns are spoken of
     */
    record Derived(Select select, String alias) implements FromItem {
        @Override
        public String toString() {
            return "(" + select + ") " + alias;
        }
    }
}
