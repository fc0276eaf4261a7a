package org.fetchwise.sql;

import java.util.List;

/**
 * An INSERT of rows that may be there already: then they are changed, or stay as they are.
 *
 * @param insert the rows, which give nothing back
 * @param conflict how it is told that a row is there
 * @param given the columns of a row that is there that get the values meant for a new row
 * @param sets what becomes of other columns of a row that is there; the expressions see it as it was, by the name of the table
 */
public record Upsert(Insert insert, Conflict conflict, List<String> given, List<Update.SetColumn> sets)
        implements SqlStatement {
    /** The alias of the rows that are to be inserted; two databases have no other name for them. */
    public static final String GIVEN = "excluded";

    public Upsert {
        given = List.copyOf(given);
        sets = List.copyOf(sets);
    }

    /**
     * When a row is there.
     *
     * @param constraints the columns of the unique constraints that tell, each of which gets values
     * @param any whether every unique constraint of the table tells; otherwise there is one of them
     * @param key a column of the table that is never NULL
     */
    public record Conflict(List<List<String>> constraints, boolean any, String key) {
        public Conflict {
            constraints = constraints.stream().map(List::copyOf).toList();
        }

        @Override
        public String toString() {
            return any ? "ANY" : constraints.toString();
        }
    }

    /** {@return whether a row that is there stays as it is} */
    public boolean leaves() {
        return given.isEmpty() && sets.isEmpty();
    }

    /**
     * {@return the name by which expressions speak of the table}
     *
     * @param table the table's name, with dots between it and its schema and catalog
     */
    public static String nameOf(String table) {
        return table.substring(table.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return insert + " ON CONFLICT " + conflict
                + (leaves()
                        ? " DO NOTHING"
                        : " DO UPDATE SET " + SqlText.joined(given, ", ") + SqlText.clause(" ", sets));
    }
}
