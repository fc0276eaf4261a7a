package org.fetchwise.meta;

/**
 * The table between the two sides of a many-to-many relation, seen from one side.
 *
 * @param table the table's name, unquoted
 * @param ownerColumn the column that holds the key of the side seen from
 * @param targetColumn the column that holds the key of the other side
 */
public record LinkTable(String table, String ownerColumn, String targetColumn) {
    /** {@return the same table seen from the other side} */
    public LinkTable reversed() {
        return new LinkTable(table, targetColumn, ownerColumn);
    }
}
