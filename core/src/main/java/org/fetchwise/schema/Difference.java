package org.fetchwise.schema;

/**
 * One thing in which the database differs from what the entities say.
 *
 * @param kind what kind of thing
 * @param table the table's name
 * @param subject the column or the columns concerned, separated by commas; empty where it is the table itself
 * @param message what the difference is, as a sentence
 */
public record Difference(Kind kind, String table, String subject, String message) {
    /** The kinds of differences. */
    public enum Kind {
        /** The database lacks the table of an entity or of a relation. */
        MISSING_TABLE,
        /** The database has a table that no entity knows, in a schema where entities have theirs. */
        EXTRA_TABLE,
        /** The table lacks the column of an attribute. */
        MISSING_COLUMN,
        /** The table has a column that no attribute is stored in. */
        EXTRA_COLUMN,
        /** The column holds another kind of values. */
        OTHER_TYPE,
        /** NULL is allowed in one of both only. */
        OTHER_NULLABILITY,
        /** The table's key has other columns. */
        OTHER_KEY,
        /** Columns whose values are said to be unique have no unique constraint or index. */
        MISSING_UNIQUE,
        /** An index that the mapping asks for, or that a foreign key needs, is not there. */
        MISSING_INDEX,
        /** A relation's column refers to nothing. */
        MISSING_FOREIGN_KEY,
        /** The sequence that keys are taken from, or the table that stands for it, is not there. */
        MISSING_GENERATOR
    }

    @Override
    public String toString() {
        return message;
    }
}
