package org.fetchwise.sql;

import org.jspecify.annotations.Nullable;

/**
 * A DELETE statement.
 *
 * @param table the table; its alias names its rows in the condition
 * @param where which rows are deleted, or null for all
 */
public record Delete(FromItem.Table table, @Nullable SqlExpr where) implements SqlStatement {
    @Override
    public String toString() {
        return "DELETE FROM " + table + (where == null ? "" : " WHERE " + where);
    }
}
