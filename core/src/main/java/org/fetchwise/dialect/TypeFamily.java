package org.fetchwise.dialect;

import java.util.Locale;
import java.util.Map;

/**
 * Types of columns that hold the same kind of values, however many digits or characters. By its name every database's type
 * belongs to one.
 */
public enum TypeFamily {
    BOOLEAN,
    WHOLE,
    FRACTION,
    DECIMAL,
    TEXT,
    UUID,
    BINARY,
    DATE,
    TIME,
    /** A date and time without a zone. */
    TIMESTAMP,
    INSTANT,
    JSON,
    /** An array of whatever it is. */
    ARRAY,
    /** Anything that no attribute is stored in unless the mapping spells it. */
    OTHER;

    private static final Map<String, TypeFamily> BY_NAME = Map.ofEntries(
            Map.entry("BOOLEAN", BOOLEAN),
            Map.entry("BOOL", BOOLEAN),
            Map.entry("BIT", BOOLEAN),
            Map.entry("TINYINT", WHOLE),
            Map.entry("SMALLINT", WHOLE),
            Map.entry("MEDIUMINT", WHOLE),
            Map.entry("INT", WHOLE),
            Map.entry("INTEGER", WHOLE),
            Map.entry("BIGINT", WHOLE),
            Map.entry("INT2", WHOLE),
            Map.entry("INT4", WHOLE),
            Map.entry("INT8", WHOLE),
            Map.entry("SMALLSERIAL", WHOLE),
            Map.entry("SERIAL", WHOLE),
            Map.entry("BIGSERIAL", WHOLE),
            Map.entry("REAL", FRACTION),
            Map.entry("FLOAT", FRACTION),
            Map.entry("FLOAT4", FRACTION),
            Map.entry("FLOAT8", FRACTION),
            Map.entry("DOUBLE", FRACTION),
            Map.entry("DOUBLE PRECISION", FRACTION),
            Map.entry("NUMERIC", DECIMAL),
            Map.entry("DECIMAL", DECIMAL),
            Map.entry("DECFLOAT", DECIMAL),
            Map.entry("CHAR", TEXT),
            Map.entry("CHARACTER", TEXT),
            Map.entry("BPCHAR", TEXT),
            Map.entry("VARCHAR", TEXT),
            Map.entry("CHARACTER VARYING", TEXT),
            Map.entry("CHARACTER LARGE OBJECT", TEXT),
            Map.entry("CLOB", TEXT),
            Map.entry("TEXT", TEXT),
            Map.entry("MEDIUMTEXT", TEXT),
            Map.entry("LONGTEXT", TEXT),
            Map.entry("ENUM", TEXT),
            Map.entry("UUID", UUID),
            Map.entry("BYTEA", BINARY),
            Map.entry("BINARY", BINARY),
            Map.entry("VARBINARY", BINARY),
            Map.entry("BINARY VARYING", BINARY),
            Map.entry("BINARY LARGE OBJECT", BINARY),
            Map.entry("BLOB", BINARY),
            Map.entry("MEDIUMBLOB", BINARY),
            Map.entry("LONGBLOB", BINARY),
            Map.entry("DATE", DATE),
            Map.entry("TIME", TIME),
            Map.entry("TIMESTAMP", TIMESTAMP),
            Map.entry("DATETIME", TIMESTAMP),
            Map.entry("TIMESTAMP WITH TIME ZONE", INSTANT),
            Map.entry("TIMESTAMPTZ", INSTANT),
            Map.entry("JSON", JSON),
            Map.entry("JSONB", JSON));

    /**
     * {@return the family of a type}
     *
     * @param name the type's name, with its length and more behind it or not
     */
    static TypeFamily of(String name) {
        String plain = name.toUpperCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)", "")
                .replaceAll("\\s+", " ")
                .strip();
        // PostgreSQL's own name of an array begins with an underscore.
        if (plain.endsWith(" ARRAY") || plain.endsWith("[]") || plain.startsWith("_")) {
            return ARRAY;
        }
        TypeFamily found = BY_NAME.get(plain);
        // What a definition says beyond the type stands behind it.
        int space = plain.lastIndexOf(' ');
        while (found == null && space > 0) {
            plain = plain.substring(0, space);
            found = BY_NAME.get(plain);
            space = plain.lastIndexOf(' ');
        }
        return found == null ? OTHER : found;
    }
}
