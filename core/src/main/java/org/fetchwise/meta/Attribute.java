package org.fetchwise.meta;

/**
 * One mapped attribute of an entity. Attributes are compared by identity: an entity's description holds each exactly once.
 */
public sealed interface Attribute permits ColumnAttribute, RelationAttribute {
    /** {@return the name: the field's, or for the column of a foreign key the relation's and the target key's, as in {@code author.id}} */
    String name();

    /** {@return the position of this attribute's state bit, counted from 0; columns come before relations} */
    int index();

    /** {@return the state bit itself} */
    default long bit() {
        return 1L << index();
    }
}
