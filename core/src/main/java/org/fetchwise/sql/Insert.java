package org.fetchwise.sql;

import java.util.List;
import org.fetchwise.sql.Update.SetColumn;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT statement.
 *
 * @param table the table's name, unquoted
 * @param columns the columns that get values, by name; none where every column gets its default
 * @param rows the values of each row, in the order of the columns; at least one row
 * @param conflict what happens with a row that exists already, or null for an error
 * @param returning the columns of the new rows that are given back, empty for none
 */
public record Insert(
        String table,
        List<String> columns,
        List<List<SqlExpr>> rows,
        @Nullable Conflict conflict,
        List<String> returning)
        implements SqlStatement {
    /** The alias under which expressions of a {@link Conflict} speak of the row that exists. */
    public static final String EXISTING = "existing";

    public Insert {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        returning = List.copyOf(returning);
    }

    /**
     * What happens with a row that exists already.
     *
     * @param target the columns of the unique constraint whose violation is meant; empty for any
     * @param proposed the columns that take the values of the row that is not inserted
     * @param sets further columns and what becomes of them, in terms of the row that exists; with none of both the row stays
     *     as it is
     */
    public record Conflict(List<String> target, List<String> proposed, List<SetColumn> sets) {
        public Conflict {
            target = List.copyOf(target);
            proposed = List.copyOf(proposed);
            sets = List.copyOf(sets);
        }

        /** {@return whether the row that exists stays as it is} */
        public boolean isIgnored() {
            return proposed.isEmpty() && sets.isEmpty();
        }
    }

    @Override
    public String toString() {
        return "INSERT INTO " + table + SqlText.grouped(columns, ", ") + SqlText.clause(" VALUES ", rows)
                + (conflict == null ? "" : " ON " + conflict) + SqlText.clause(" RETURNING ", returning);
    }
}
