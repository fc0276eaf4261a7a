package org.fetchwise.sql;

import java.math.BigDecimal;
import org.fetchwise.meta.StorageType;
import org.jspecify.annotations.Nullable;

/** The types of expressions, as far as the tree says them. */
public final class SqlTypes {
    private SqlTypes() {}

    /**
     * {@return whether the value of an expression has digits after the point, so that dividing it is real division}
     *
     * @param expression the expression
     */
    public static boolean isFraction(SqlExpr expression) {
        StorageType type = of(expression);
        return type == StorageType.REAL || type == StorageType.DOUBLE || type == StorageType.DECIMAL;
    }

    /**
     * {@return the type of an expression's value, or null for NULL and for a row of values}
     *
     * @param expression the expression
     */
    public static @Nullable StorageType of(SqlExpr expression) {
        return switch (expression) {
            case SqlExpr.ColumnRef column -> column.type();
            case SqlExpr.Parameter parameter -> parameter.type();
            case SqlExpr.Constant constant -> of(constant.value());
            case SqlExpr.Declared declared -> StorageType.VARCHAR;
            case SqlExpr.Arithmetic arithmetic -> arithmetic.type();
            case SqlExpr.Call call -> call.type();
            case SqlExpr.Case branches -> branches.type();
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
            case SqlExpr.Comparison comparison -> StorageType.BOOLEAN;
            case SqlExpr.NullCheck check -> StorageType.BOOLEAN;
            case SqlExpr.AllOf all -> StorageType.BOOLEAN;
            case SqlExpr.AnyOf any -> StorageType.BOOLEAN;
            case SqlExpr.Negation negation -> StorageType.BOOLEAN;
            case SqlExpr.InParameter in -> StorageType.BOOLEAN;
            case SqlExpr.InSelect in -> StorageType.BOOLEAN;
            case SqlExpr.InRows in -> StorageType.BOOLEAN;
            case SqlExpr.Row row -> null;
            case SqlExpr.Exists exists -> StorageType.BOOLEAN;
            case SqlExpr.TextMatch match -> StorageType.BOOLEAN;
            case SqlExpr.RegexMatch match -> StorageType.BOOLEAN;
            case SqlExpr.Between between -> StorageType.BOOLEAN;
        };
    }

    /**
     * {@return the type of a derived table's column that holds the value of an expression; NULL counts as a whole number}
     *
     * @param expression the expression
     */
    public static StorageType ofColumn(SqlExpr expression) {
        if (expression instanceof SqlExpr.Row) {
            throw new IllegalArgumentException("A row of values is no column: " + expression);
        }
        StorageType type = of(expression);
        return type == null ? StorageType.BIGINT : type;
    }

    private static @Nullable StorageType of(@Nullable Object constant) {
        return switch (constant) {
            case null -> null;
            case Boolean truth -> StorageType.BOOLEAN;
            case BigDecimal decimal -> StorageType.DECIMAL;
            case Double number -> StorageType.DOUBLE;
            case Float number -> StorageType.REAL;
            default -> StorageType.BIGINT;
        };
    }
}
