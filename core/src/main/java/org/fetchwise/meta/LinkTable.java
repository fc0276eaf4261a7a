package org.fetchwise.meta;

import java.util.List;

/**
 * The table between the two sides of a many-to-many relation, seen from one side.
 *
 * @param table the table's name, unquoted
 * @param ownerColumns the columns that hold the key of the side seen from, in the order of the key's own
 * @param targetColumns the columns that hold the key of the other side, in the order of the key's own
 * @param ownerConstraint what guards the references to the side seen from
 * @param targetConstraint what guards the references to the other side
 */
public record LinkTable(
        String table,
        List<String> ownerColumns,
        List<String> targetColumns,
        ForeignKeyConstraint ownerConstraint,
        ForeignKeyConstraint targetConstraint) {
    public LinkTable {
        ownerColumns = List.copyOf(ownerColumns);
        targetColumns = List.copyOf(targetColumns);
    }

    /**
     * Describes a link table whose references are guarded by constraints with derived names.
     *
     * @param table the table's name, unquoted
     * @param ownerColumns the columns that hold the key of the side seen from, in the order of the key's own
     * @param targetColumns the columns that hold the key of the other side, in the order of the key's own
     */
    public LinkTable(String table, List<String> ownerColumns, List<String> targetColumns) {
        this(table, ownerColumns, targetColumns, ForeignKeyConstraint.DERIVED, ForeignKeyConstraint.DERIVED);
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

    /**
     * {@return the same table with other constraints}
     *
     * @param owner what guards the references to the side seen from
     * @param target what guards the references to the other side
     */
    public LinkTable guardedBy(ForeignKeyConstraint owner, ForeignKeyConstraint target) {
        return new LinkTable(table, ownerColumns, targetColumns, owner, target);
    }

    /** {@return the same table seen from the other side} */
    public LinkTable reversed() {
        return new LinkTable(table, targetColumns, ownerColumns, targetConstraint, ownerConstraint);
    }
}
