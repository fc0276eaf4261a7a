package org.fetchwise.processor;

/**
 * The Java type of a column's values.
 *
 * @param kind how values are stored and read
 * @param boxed the type in text, boxed
 * @param primitive the primitive type's name, empty where the field holds an object
 */
record ColumnType(ValueKind kind, String boxed, String primitive) {
    boolean isPrimitive() {
        return !primitive.isEmpty();
    }

    /** {@return the type of the field} */
    String declared() {
        return isPrimitive() ? primitive : boxed;
    }

    /** {@return the same type where a value may be missing, as in the column of a foreign key} */
    ColumnType asNullable() {
        return new ColumnType(kind, boxed, "");
    }
}
