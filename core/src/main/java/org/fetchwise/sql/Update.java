package org.fetchwise.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE statement.
 *
 * @param table the table; its alias names its rows in the expressions
 * @param sets what becomes of columns; all expressions see the row as it was before
 * @param where which rows are changed, or null for all
 * @param returning the columns of the changed rows that are given back, empty for none
 */
public record Update(
        FromItem.Table table,
        List<SetColumn> sets,
        @Nullable SqlExpr where,
        List<String> returning) implements SqlStatement {
    public Update {
        sets = List.copyOf(sets);
        returning = List.copyOf(returning);
    }

    /**
     * A column and its new value.
     *
     * @param column the column's name, unquoted
     * @param value its new value
     */
    public record SetColumn(String column, SqlExpr value) {
        @Override
        public String toString() {
            return column + " = " + value;
        }
    }

    @Override
    public String toString() {
        return "UPDATE " + table + SqlText.clause(" SET ", sets) + (where == null ? "" : " WHERE " + where)
                + SqlText.clause(" RETURNING ", returning);
    }
}
