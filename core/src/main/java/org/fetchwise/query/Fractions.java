package org.fetchwise.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * Fits numbers with digits after the point to whole numbers, beside which they are given in a lookup.
 *
 * <pre>{@code
 * n =  10.5  ->  n = 10        n >= 10.5  ->  n >= 11
 * n >  10.5  ->  n > 10        n <  10.5  ->  n <  11
 * }</pre>
 *
 * They are cut, as Django cuts them; only a floating-point number that is a lower bound, or one that is not reached, is
 * rounded up. A decimal never is.
 */
final class Fractions {
    private Fractions() {}

    /**
     * The number that a comparison is made with, or the value itself where nothing has to be fitted.
     *
     * @param beside the type of what it stands beside
     * @param operator the comparison
     * @param value the value
     */
    static @Nullable Object fitted(ValueType<?> beside, ComparisonOperator operator, @Nullable Object value) {
        boolean up = (value instanceof Double || value instanceof Float)
                && (operator == ComparisonOperator.GREATER_OR_EQUAL || operator == ComparisonOperator.LESS);
        return fitted(beside, up ? RoundingMode.CEILING : RoundingMode.DOWN, value);
    }

    /** The number without its digits after the point, or the value itself where nothing has to be fitted. */
    static @Nullable Object cut(ValueType<?> beside, @Nullable Object value) {
        return fitted(beside, RoundingMode.DOWN, value);
    }

    private static @Nullable Object fitted(ValueType<?> beside, RoundingMode rounding, @Nullable Object value) {
        if (!beside.isWholeNumber()) {
            return value;
        }
        return switch (value) {
            case BigDecimal decimal -> whole(decimal, rounding);
            case Double number when Double.isFinite(number) -> whole(new BigDecimal(number), rounding);
            case Float number when Float.isFinite(number) -> whole(new BigDecimal(number), rounding);
            case null, default -> value;
        };
    }

    /** Whether a text that stands beside whole numbers is none. */
    static boolean isNoWholeNumber(ValueType<?> beside, Object value) {
        return beside.isWholeNumber()
                && value instanceof String text
                && !text.strip().matches("[+-]?\\d+");
    }

    private static BigInteger whole(BigDecimal number, RoundingMode rounding) {
        return number.setScale(0, rounding).toBigIntegerExact();
    }
}
