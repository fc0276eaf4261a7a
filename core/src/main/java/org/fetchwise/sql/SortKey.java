package org.fetchwise.sql;

/**
 * One term of ORDER BY.
 *
 * @param value what is compared
 * @param descending whether the greatest comes first
 * @param nulls where NULL stands
 */
public record SortKey(SqlExpr value, boolean descending, Nulls nulls) {
    /** Where NULL stands in an order. */
    public enum Nulls {
        /** Where the database puts it by itself. */
        DEFAULT,
        FIRST,
        LAST
    }

    @Override
    public String toString() {
        return value + (descending ? " DESC" : "") + (nulls == Nulls.DEFAULT ? "" : " NULLS " + nulls);
    }
}
