package org.fetchwise.sql;

/**
 * A further table, joined to those before it.
 *
 * @param outer whether rows without a partner are kept (LEFT JOIN), or not (INNER JOIN)
 * @param item what is joined
 * @param condition what makes two rows partners
 */
public record Join(boolean outer, FromItem item, SqlExpr condition) {
    @Override
    public String toString() {
        return (outer ? "LEFT JOIN " : "JOIN ") + item + " ON " + condition;
    }
}
