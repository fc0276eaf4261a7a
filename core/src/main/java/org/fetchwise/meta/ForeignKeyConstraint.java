package org.fetchwise.meta;

/**
 * How the database guards a reference to another table.
 *
 * @param name the constraint's name, empty where it is derived from table and columns
 * @param exists whether there is a constraint; without one a reference may lead to no row
 */
public record ForeignKeyConstraint(String name, boolean exists) {
    /** One with a name derived from table and columns. */
    public static final ForeignKeyConstraint DERIVED = new ForeignKeyConstraint("", true);

    /** None: what refers to what, the program alone keeps in order. */
    public static final ForeignKeyConstraint NONE = new ForeignKeyConstraint("", false);

    /**
     * {@return one with a name of its own}
     *
     * @param name the name, unquoted
     */
    public static ForeignKeyConstraint named(String name) {
        return new ForeignKeyConstraint(name, true);
    }
}
