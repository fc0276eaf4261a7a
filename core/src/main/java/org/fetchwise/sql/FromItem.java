package org.fetchwise.sql;

import java.util.List;
import org.fetchwise.meta.StorageType;

/** Something rows are taken from. */
public sealed interface FromItem {
    /** {@return the name under which its columns are spoken of} */
    String alias();

    /** A table of the database. */
    record Table(String table, String alias) implements FromItem {
        @Override
        public String toString() {
            return table + " " + alias;
        }
    }

    /**
     * A list of keys that is bound as one parameter: a row for each, with its value and its position in the list. The values
     * take the type and the collation of the column that they are compared with.
     *
     * @param keys the slot of the list, and how each key is stored
     * @param table the table of the column
     * @param column the column that the keys are compared with
     */
    record KeyList(SqlExpr.Parameter keys, String table, String column, String alias) implements FromItem {
        /** The name of the column that holds the key. */
        public static final String VALUE = "v";

        /** The name of the column that holds the key's position in the list, counted from 1. */
        public static final String POSITION = "n";

        /** {@return the key of a row} */
        public SqlExpr.ColumnRef value() {
            return new SqlExpr.ColumnRef(alias, VALUE, keys.type());
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

    /** A subquery. */
    record Derived(Select select, String alias) implements FromItem {
        @Override
        public String toString() {
            return "(" + select + ") " + alias;
        }
    }
}
