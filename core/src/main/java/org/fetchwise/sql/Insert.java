package org.fetchwise.sql;

import java.util.List;
import org.fetchwise.sql.Update.SetColumn;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT statement.
 *
 * @param table the table's name, unquoted
 * @param columns the columns that get values, by name; none where every column gets its default
 * @param source where the values come from
 * @param conflict what happens with a row that exists already, or null for an error
 * @param returning the columns of the new rows that are given back, empty for none
 */
public record Insert(
        String table,
        List<String> columns,
        Source source,
        @Nullable Conflict conflict,
        List<String> returning) implements SqlStatement {
    /** The alias under which expressions of a {@link Conflict} speak of the row that exists. */
    public static final String EXISTING = "existing";

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
        return "INSERT INTO " + table + SqlText.grouped(columns, ", ") + " " + source
                + (conflict == null ? "" : " ON " + conflict) + SqlText.clause(" RETURNING ", returning);
    }
}
