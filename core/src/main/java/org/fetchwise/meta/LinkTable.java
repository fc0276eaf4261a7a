package org.fetchwise.meta;

import java.util.List;

/**
 * The table between the two sides of a many-to-many relation, seen from one side.
 *
 * @param table the table's name, unquoted
 * @param ownerColumns the columns that hold the key of the side seen from, in the order of the key's own
 * @param targetColumns the columns that hold the key of the other side, in the order of the key's own
 */
public record LinkTable(String table, List<String> ownerColumns, List<String> targetColumns) {
    public LinkTable {
        ownerColumns = List.copyOf(ownerColumns);
        targetColumns = List.copyOf(targetColumns);
    }

    /**
     * Describes a link table between two entities whose keys have one column.
     *
     * @param table the table's name, unquoted
     * @param ownerColumn the column that holds the key of the side seen from
     * @param targetColumn the column that holds the key of the other side
     */
    public LinkTable(String table, String ownerColumn, String targetColumn) {
        this(table, List.of(ownerColumn), List.of(targetColumn));
    }

    /** {@return the same table seen from the other side} */
    public LinkTable reversed() {
        return new LinkTable(table, targetColumns, ownerColumns);
    }
}
