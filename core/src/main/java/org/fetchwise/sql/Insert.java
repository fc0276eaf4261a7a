package org.fetchwise.sql;

import java.util.List;

/**
 * An INSERT statement.
 *
 * @param table the table's name, unquoted
 * @param columns the columns that get values, by name; none where every column gets its default
 * @param source where the values come from
 * @param returning the columns of the new rows that are given back, empty for none
 */
public record Insert(String table, List<String> columns, Source source, List<String> returning)
        implements SqlStatement {
    public Insert {
        columns = List.copyOf(columns);
        returning = List.copyOf(returning);
    }

    /** Where the values of new rows come from. */
    public sealed interface Source {}

    /**
     * Values that are named one by one.
     *
     * @param rows the values of each row, in the order of the columns; at least one row
     */
    public record Rows(List<List<SqlExpr>> rows) implements Source {
        public Rows {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String toString() {
            return SqlText.clause("VALUES ", rows);
        }
    }

    /**
     * A list of values for each column, bound as one parameter, so that any number of rows has the same text.
     *
     * @param columns the lists, in the order of the columns
     */
    public record Lists(List<SqlExpr.Parameter> columns) implements Source {
        public Lists {
            columns = List.copyOf(columns);
        }

        @Override
        public String toString() {
            return SqlText.clause("LISTS ", columns);
        }
    }

    /**
     * The rows of a query.
     *
     * @param select the query; its outputs are in the order of the columns
     */
    public record Selected(Select select) implements Source {
        @Override
        public String toString() {
            return select.toString();
        }
    }

    @Override
    public String toString() {
        return "INSERT INTO " + table + SqlText.grouped(columns, ", ") + " " + source
                + SqlText.clause(" RETURNING ", returning);
    }
}
