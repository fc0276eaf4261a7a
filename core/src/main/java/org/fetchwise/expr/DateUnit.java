package org.fetchwise.expr;

import org.fetchwise.sql.SqlFunction;

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
    SECOND;

    /** The function that cuts to it. */
    SqlFunction truncation() {
        return SqlFunction.valueOf("TRUNC_" + name());
    }
}
