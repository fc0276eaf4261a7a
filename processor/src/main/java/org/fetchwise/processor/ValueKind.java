package org.fetchwise.processor;

/**
 * The kinds of values that can stand in a column: how generated code reads one, and which column class describes it.
 */
enum ValueKind {
    BOOLEAN("BOOLEAN", "BOOLEAN", "boolean", "row.booleanOrNull(next++)", "row.booleanAt(next++)"),
    BYTE("BYTE", "SMALLINT", "int", "${ValueType}.BYTE.read(row, next++)", "(byte) row.intAt(next++)"),
    SHORT("SHORT", "SMALLINT", "int", "${ValueType}.SHORT.read(row, next++)", "(short) row.intAt(next++)"),
    INTEGER("INTEGER", "INTEGER", "int", "row.intOrNull(next++)", "row.intAt(next++)"),
    LONG("LONG", "BIGINT", "long", "row.longOrNull(next++)", "row.longAt(next++)"),
    FLOAT("FLOAT", "REAL", "double", "${ValueType}.FLOAT.read(row, next++)", "(float) row.doubleAt(next++)"),
    DOUBLE("DOUBLE", "DOUBLE", "double", "row.doubleOrNull(next++)", "row.doubleAt(next++)"),
    DECIMAL("DECIMAL", "DECIMAL", "decimal", "row.decimal(next++)"),
    BIG_INTEGER("BIG_INTEGER", "DECIMAL", "value", "${ValueType}.BIG_INTEGER.read(row, next++)"),
    STRING("STRING", "VARCHAR", "string", "row.string(next++)"),
    TEXT("TEXT", "TEXT", "string", "row.string(next++)"),
    CHARACTER(
            "CHARACTER",
            "VARCHAR",
            "value",
            "${ValueType}.CHARACTER.read(row, next++)",
            "${Objects}.requireNonNull(row.string(next++)).charAt(0)"),
    UUID("UUID", "UUID", "value", "row.uuid(next++)"),
    BYTES("BYTES", "BINARY", "value", "row.bytes(next++)"),
    DATE("DATE", "DATE", "temporal", "row.date(next++)"),
    TIME("TIME", "TIME", "temporal", "row.time(next++)"),
    DATE_TIME("DATE_TIME", "TIMESTAMP", "temporal", "row.dateTime(next++)"),
    INSTANT("INSTANT", "INSTANT", "temporal", "row.instant(next++)"),
    OFFSET_DATE_TIME("OFFSET_DATE_TIME", "INSTANT", "temporal", "${ValueType}.OFFSET_DATE_TIME.read(row, next++)"),
    ZONED_DATE_TIME("ZONED_DATE_TIME", "INSTANT", "temporal", "${ValueType}.ZONED_DATE_TIME.read(row, next++)"),
    YEAR("YEAR", "INTEGER", "temporal", "${ValueType}.YEAR.read(row, next++)"),
    DURATION("DURATION", "DURATION", "value", "row.duration(next++)"),
    CURRENCY("CURRENCY", "VARCHAR", "value", "${ValueType}.CURRENCY.read(row, next++)"),
    LOCALE("LOCALE", "VARCHAR", "value", "${ValueType}.LOCALE.read(row, next++)"),
    ZONE_ID("ZONE_ID", "VARCHAR", "value", "${ValueType}.ZONE_ID.read(row, next++)"),
    ZONE_OFFSET("ZONE_OFFSET", "VARCHAR", "value", "${ValueType}.ZONE_OFFSET.read(row, next++)"),
    TIME_ZONE("TIME_ZONE", "VARCHAR", "value", "${ValueType}.TIME_ZONE.read(row, next++)"),
    URL("URL", "VARCHAR", "value", "${ValueType}.URL.read(row, next++)"),
    JSON("JSON", "JSON", "value", "row.json(next++)"),
    ENUM_BY_NAME("", "VARCHAR", "value", ""),
    ENUM_BY_ORDINAL("", "SMALLINT", "value", ""),
    /** An enum stored by what a field of its constants holds. */
    ENUM_BY_VALUE("", "", "value", ""),
    /** Anything that a converter makes into something else. */
    CONVERTED("", "", "value", ""),
    /** A time of a class older than {@code java.time}. */
    LEGACY_TIME("", "", "value", ""),
    /** An object stored as a JSON document. */
    JSON_OBJECT("", "JSON", "value", ""),
    /** An array of the database's, of anything but texts. */
    ARRAY("", "ARRAY", "value", ""),
    /** An array of the database's, of texts of a length. */
    TEXT_ARRAY("", "ARRAY OF VARCHAR", "value", "");

    private final String constant;
    private final String storage;
    private final String family;
    private final String reading;
    private final String primitiveReading;

    ValueKind(String constant, String storage, String family, String reading) {
        this(constant, storage, family, reading, "");
    }

    ValueKind(String constant, String storage, String family, String reading, String primitiveReading) {
        this.constant = constant;
        this.storage = storage;
        this.family = family;
        this.reading = reading;
        this.primitiveReading = primitiveReading;
    }

    /** {@return the constant of core's {@code ValueType}, empty where an expression makes it} */
    String constant() {
        return constant;
    }

    /** {@return the name of core's {@code StorageType}} */
    String storage() {
        return storage;
    }

    /** {@return the expression that reads a value or null from the row, empty where an expression makes the type} */
    String reading() {
        return reading;
    }

    /** {@return the expression that reads a primitive from the row, empty where there is no primitive type} */
    String primitiveReading() {
        return primitiveReading;
    }

    boolean isEnum() {
        return this == ENUM_BY_NAME || this == ENUM_BY_ORDINAL || this == ENUM_BY_VALUE;
    }

    /** {@return whether values are kept as the text that stands for them} */
    boolean isWritten() {
        return this == CURRENCY
                || this == LOCALE
                || this == ZONE_ID
                || this == ZONE_OFFSET
                || this == TIME_ZONE
                || this == URL;
    }

    /** {@return whether what a value holds can be changed, which a copy tells} */
    boolean isCopied() {
        return this == BYTES || this == LEGACY_TIME || this == ARRAY || this == TEXT_ARRAY;
    }

    boolean isTemporal() {
        return family.equals("temporal");
    }

    boolean isText() {
        return this == STRING || this == TEXT || this == JSON;
    }

    /** {@return whether the column's class is one for every type of value, so that it has to be told the type} */
    boolean isTypedByClass() {
        return family.equals("temporal") || family.equals("value");
    }

    /** {@return the method of {@code EntityPath} that creates the column} */
    String factory() {
        return family + "Column";
    }

    /** {@return the simple name of the column's class in {@code org.fetchwise.expr}} */
    String columnClass() {
        return Character.toUpperCase(family.charAt(0)) + family.substring(1) + "Column";
    }
}
