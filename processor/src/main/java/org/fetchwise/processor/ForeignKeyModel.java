package org.fetchwise.processor;

/**
 * What guards a foreign key.
 *
 * @param name the constraint's name, empty where it is derived
 * @param exists whether there is a constraint
 */
record ForeignKeyModel(String name, boolean exists) {
    static final ForeignKeyModel DERIVED = new ForeignKeyModel("", true);

    /** {@return the expression that makes core's record} */
    String text() {
        if (equals(DERIVED)) {
            return "${ForeignKeyConstraint}.DERIVED";
        }
        return exists ? "${ForeignKeyConstraint}.named(" + Names.literal(name) + ")" : "${ForeignKeyConstraint}.NONE";
    }
}
