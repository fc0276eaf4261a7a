package org.fetchwise.meta;

/** How a value stands in a column, whatever the database calls that. Each dialect says its own column type for each. */
public enum StorageType {
    BOOLEAN,
    SMALLINT,
    INTEGER,
    BIGINT,
    REAL,
    DOUBLE,
    DECIMAL,
    /** Text of a bounded length. */
    VARCHAR,
    /** Text of any length. */
    TEXT,
    UUID,
    BINARY,
    DATE,
    TIME,
    /** A date and time without a zone. */
    TIMESTAMP,
    /** An instant, kept in UTC with microseconds. */
    INSTANT,
    /** A length of time, kept as a whole number of microseconds. */
    DURATION,
    /** A JSON document as text. */
    JSON,
    /** An array of the database's, of values that are all stored alike: a {@link StoredArray}. */
    ARRAY;

    /** {@return whether values of this type are whole numbers} */
    public boolean isWhole() {
        return this == SMALLINT || this == INTEGER || this == BIGINT;
    }

    /** {@return whether values of this type are numbers} */
    public boolean isNumber() {
        return isWhole() || this == REAL || this == DOUBLE || this == DECIMAL;
    }

    /**
     * {@return whether two values of this type are equal in every database just if they are in Java} Not so what may be written in
     * several ways, is rounded when it is stored, or follows a collation.
     */
    public boolean isComparedAsInJava() {
        return isWhole() || this == UUID || this == DATE;
    }

    /** {@return whether values of this type are text} */
    public boolean isText() {
        return this == VARCHAR || this == TEXT;
    }
}
