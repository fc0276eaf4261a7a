package org.fetchwise.sql;

/**
 * The scalar functions. Every dialect renders each or refuses it by name. They give NULL where an argument is NULL, but for
 * those that say otherwise. Dates and times are taken as they stand; see {@link SqlExpr.InZone} for zones.
 */
public enum SqlFunction {
    LOWER,
    UPPER,
    /** How many characters a text has. */
    LENGTH,
    /** Takes NULL for an empty text. */
    CONCAT,
    /** The first so many characters. */
    LEFT,
    /** The last so many characters. */
    RIGHT,
    /** The characters from a position on, counted from 1: all, or so many. */
    SUBSTRING,
    /** A text with each occurrence of a second one replaced by a third. */
    REPLACE,
    /** Without blanks on both sides. */
    TRIM,
    LTRIM,
    RTRIM,
    /** Filled on the left up to a length; a longer text is cut. */
    LPAD,
    RPAD,
    REPEAT,
    REVERSE,
    /** Where in a text a second one begins, counted from 1; 0 where it does not occur. */
    STR_INDEX,
    /** The character of a code point. */
    CHR,
    /** The code point of the first character. */
    ORD,
    /** The hash of a text in UTF-8, in lower-case hexadecimal digits. */
    MD5,
    SHA1,
    SHA224,
    SHA256,
    SHA384,
    SHA512,
    /** The first argument that is not NULL. */
    COALESCE,
    /** The greatest argument. PostgreSQL leaves NULL out, the others then give NULL. */
    GREATEST,
    /** The least argument, with NULL as in {@link #GREATEST}. */
    LEAST,
    /** The first argument, NULL where it equals the second. */
    NULLIF,
    ABS,
    CEIL,
    FLOOR,
    /** Rounded to so many digits after the point, halves away from zero. */
    ROUND,
    POWER,
    SQRT,
    EXP,
    LN,
    /** The logarithm of the second argument to the base of the first. */
    LOG,
    SIGN,
    SIN,
    COS,
    TAN,
    COT,
    ASIN,
    ACOS,
    ATAN,
    ATAN2,
    PI,
    DEGREES,
    RADIANS,
    /** The day of a date and time. */
    DATE,
    /** The time of day of a date and time. */
    TIME,
    YEAR,
    /** The year that the week belongs to. */
    ISO_YEAR,
    QUARTER,
    MONTH,
    /** The week of the year as ISO 8601 counts: the first one has the first Thursday. */
    WEEK,
    DAY,
    /** 1 on Sunday to 7 on Saturday. */
    WEEK_DAY,
    /** 1 on Monday to 7 on Sunday. */
    ISO_WEEK_DAY,
    HOUR,
    MINUTE,
    /** Whole seconds. */
    SECOND,
    TRUNC_YEAR,
    TRUNC_QUARTER,
    TRUNC_MONTH,
    /** Back to the last Monday. */
    TRUNC_WEEK,
    TRUNC_DAY,
    TRUNC_HOUR,
    TRUNC_MINUTE,
    TRUNC_SECOND;

    /** {@return whether the value is NULL wherever an argument is} */
    public boolean isNullOfNull() {
        return switch (this) {
            case CONCAT, COALESCE, GREATEST, LEAST, NULLIF -> false;
            default -> true;
        };
    }
}
