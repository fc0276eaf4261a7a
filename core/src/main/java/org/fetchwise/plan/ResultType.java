package org.fetchwise.plan;

import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;

/** The type of an expression of SQL, where a derived table gives it on. */
final class ResultType {
    private ResultType() {}

    static StorageType of(SqlExpr value) {
        return switch (value) {
            case SqlExpr.ColumnRef column -> column.type();
            case SqlExpr.Parameter parameter -> parameter.type();
            case SqlExpr.Arithmetic arithmetic -> arithmetic.type();
            case SqlExpr.Call call -> call.type();
            case SqlExpr.Case choice -> choice.type();
            case SqlExpr.Aggregation aggregation -> aggregation.type();
            case SqlExpr.WindowCall call -> call.type();
            case SqlExpr.Over over -> of(over.function());
            case SqlExpr.Scalar scalar -> scalar.type();
            case SqlExpr.Cast cast -> cast.type();
            case SqlExpr.InZone inZone -> StorageType.TIMESTAMP;
            case SqlExpr.FromZone fromZone -> StorageType.INSTANT;
            case SqlExpr.Collated collated -> of(collated.text());
            case SqlExpr.JsonGet get -> get.type();
            case SqlExpr.JsonContains contains -> StorageType.BOOLEAN;
            case SqlExpr.JsonObject object -> StorageType.JSON;
            case SqlExpr.Template template -> template.type();
            case SqlExpr.Constant constant -> StorageType.BIGINT;
            case SqlExpr.Comparison condition -> StorageType.BOOLEAN;
            case SqlExpr.NullCheck condition -> StorageType.BOOLEAN;
            case SqlExpr.AllOf condition -> StorageType.BOOLEAN;
            case SqlExpr.AnyOf condition -> StorageType.BOOLEAN;
            case SqlExpr.Negation condition -> StorageType.BOOLEAN;
            case SqlExpr.InParameter condition -> StorageType.BOOLEAN;
            case SqlExpr.InSelect condition -> StorageType.BOOLEAN;
            case SqlExpr.InRows condition -> StorageType.BOOLEAN;
            case SqlExpr.Row row -> throw new IllegalStateException("a row of values is no column: " + row);
            case SqlExpr.Exists condition -> StorageType.BOOLEAN;
            case SqlExpr.TextMatch condition -> StorageType.BOOLEAN;
            case SqlExpr.RegexMatch condition -> StorageType.BOOLEAN;
            case SqlExpr.Between condition -> StorageType.BOOLEAN;
        };
    }
}
