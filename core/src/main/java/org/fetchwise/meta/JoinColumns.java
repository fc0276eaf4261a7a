package org.fetchwise.meta;

import java.util.List;
import org.fetchwise.annotation.DeleteRule;

/**
 * The columns in the table of a relation's target that hold the key of its owner, as the relation itself declares them.
 *
 * @param columns the columns' names, unquoted, in the order of the key's own
 * @param nullable whether there may be rows without an owner
 * @param deleteRule what happens to the rows when their owner is deleted
 * @param constraint what guards the references to the owner
 */
public record JoinColumns(
        List<String> columns, boolean nullable, DeleteRule deleteRule, ForeignKeyConstraint constraint) {
    public JoinColumns {
        columns = List.copyOf(columns);
    }

    /**
     * Describes columns whose reference is guarded by a constraint with a derived name.
     *
     * @param columns the columns' names, unquoted, in the order of the key's own
     * @param nullable whether there may be rows without an owner
     * @param deleteRule what happens to the rows when their owner is deleted
     */
    public JoinColumns(List<String> columns, boolean nullable, DeleteRule deleteRule) {
        this(columns, nullable, deleteRule, ForeignKeyConstraint.DERIVED);
    }

    /**
     * Describes the column that refers to an owner whose key has one column.
     *
     * @param column the column's name, unquoted
     * @param nullable whether there may be rows without an owner
     * @param deleteRule what happens to the rows when their owner is deleted
     */
    public JoinColumns(String column, boolean nullable, DeleteRule deleteRule) {
        this(List.of(column), nullable, deleteRule);
    }

    /**
     * {@return the same columns with another constraint}
     *
     * @param other what guards the references to the owner
     */
    public JoinColumns guardedBy(ForeignKeyConstraint other) {
        return new JoinColumns(columns, nullable, deleteRule, other);
    }
}
