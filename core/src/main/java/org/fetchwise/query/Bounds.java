package org.fetchwise.query;

import java.math.BigDecimal;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/** Decides comparisons of whole numbers with what no such number can be, so that no driver has to take it. */
final class Bounds {
    private Bounds() {}

    /**
     * What a comparison comes to, or null where the other number lies within the bounds of the type.
     *
     * @param operator the comparison
     * @param type the type of the number on the left
     * @param right the number on the right
     */
    static @Nullable Term beyond(ComparisonOperator operator, StorageType type, Number right) {
        long greatest = greatest(type);
        if (greatest == 0) {
            return null;
        }
        BigDecimal number = new BigDecimal(right.toString());
        boolean above = number.compareTo(BigDecimal.valueOf(greatest)) > 0;
        boolean below = number.compareTo(BigDecimal.valueOf(-greatest - 1)) < 0;
        if (!above && !below) {
            return null;
        }
        return switch (operator) {
            case EQUAL -> Simplify.FALSE;
            case NOT_EQUAL -> Simplify.TRUE;
            case GREATER, GREATER_OR_EQUAL -> above ? Simplify.FALSE : Simplify.TRUE;
            case LESS, LESS_OR_EQUAL -> above ? Simplify.TRUE : Simplify.FALSE;
        };
    }

    /** The greatest number of a type, 0 where it is no whole number. */
    private static long greatest(StorageType type) {
        if (type == StorageType.SMALLINT) {
            return Short.MAX_VALUE;
        }
        if (type == StorageType.INTEGER) {
            return Integer.MAX_VALUE;
        }
        return type == StorageType.BIGINT ? Long.MAX_VALUE : 0;
    }
}
