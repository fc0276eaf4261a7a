package org.fetchwise.expr;

/** What a date or a time is cut back to. */
public enum DateUnit {
    YEAR,
    QUARTER,
    MONTH,
    /** The Monday before. */
    WEEK,
    DAY,
    HOUR,
    MINUTE,
    SECOND
}
