package org.fetchwise.processor;

/**
 * The Java type of a column's values.
 *
 * @param kind how values are read
 * @param stored how they are stored, which differs from the kind where they are converted
 * @param boxed the type in text, boxed, with wildcards for type arguments, as it stands in a cast
 * @param full the same with its type arguments
 * @param primitive the primitive type's name, empty where the field holds an object
 * @param definition the expression that makes core's {@code ValueType}, empty where the kind has a constant for it
 */
record ColumnType(ValueKind kind, ValueKind stored, String boxed, String full, String primitive, String definition) {
    /** {@return a type that the kind tells by itself} */
    static ColumnType of(ValueKind kind, String boxed) {
        return new ColumnType(kind, kind, boxed, boxed, "", "");
    }

    /** {@return a primitive type} */
    static ColumnType primitive(ValueKind kind, String boxed, String name) {
        return new ColumnType(kind, kind, boxed, boxed, name, "");
    }

    boolean isPrimitive() {
        return !primitive.isEmpty();
    }

    /** {@return whether an expression of its own makes core's {@code ValueType}} */
    boolean isDefined() {
        return !definition.isEmpty();
    }

    /** {@return the type of the field} */
    String declared() {
        return isPrimitive() ? primitive : boxed;
    }

    /** {@return the same type where a value may be missing, as in the column of a foreign key} */
    ColumnType asNullable() {
        return new ColumnType(kind, stored, boxed, full, "", definition);
    }
}
