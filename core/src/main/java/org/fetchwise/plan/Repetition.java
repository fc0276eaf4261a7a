package org.fetchwise.plan;

import org.fetchwise.sql.SqlExpr;

/** Tells which expressions a database knows again where they occur twice: those without parameters and subqueries. */
final class Repetition {
    private Repetition() {}

    static boolean isSafe(SqlExpr value) {
        return switch (value) {
            case SqlExpr.ColumnRef column -> true;
            case SqlExpr.Call call -> call.arguments().stream().allMatch(Repetition::isSafe);
            case SqlExpr.Cast cast -> isSafe(cast.value());
            case SqlExpr other -> false;
        };
    }
}
