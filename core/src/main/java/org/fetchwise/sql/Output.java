package org.fetchwise.sql;

import org.jspecify.annotations.Nullable;

/**
 * One column of a result.
 *
 * @param value its value
 * @param name its name where something refers to it, or null
 */
public record Output(SqlExpr value, @Nullable String name) {
    @Override
    public String toString() {
        return name == null ? value.toString() : value + " AS " + name;
    }
}
