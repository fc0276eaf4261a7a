package org.fetchwise.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;

/** Fits numbers of any Java type to columns of any numeric type, by value and without loss. */
public final class Numbers {
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /**
     * {@return a literal beside a number: of the same type where that is exact, else a decimal or a double}
     *
     * @param beside the type of the number beside it
     * @param value the value
     */
    public static Term literal(ValueType<?> beside, Number value) {
        if (value instanceof Double || value instanceof Float) {
            double real = value.doubleValue();
            if (Double.isNaN(real)
                    || Double.isInfinite(real)
                    || !beside.storage().isWhole()) {
                return beside.storage() == StorageType.DECIMAL && !Double.isNaN(real) && !Double.isInfinite(real)
                        ? new Term.Literal(decimal(value), ValueType.DECIMAL)
                        : new Term.Literal(real, ValueType.DOUBLE);
            }
        }
        BigDecimal exact = decimal(value);
        StorageType storage = beside.storage();
        if (storage.isWhole()) {
            return isLong(exact)
                    ? new Term.Literal(exact.longValueExact(), ValueType.LONG)
                    : new Term.Literal(exact, ValueType.DECIMAL);
        }
        return storage == StorageType.DECIMAL
                ? new Term.Literal(exact, ValueType.DECIMAL)
                : new Term.Literal(value.doubleValue(), ValueType.DOUBLE);
    }

    /**
     * {@return a list beside a number}
     *
     * @param beside the type of the number beside it
     * @param values the values
     */
    public static Term.Values list(ValueType<?> beside, Collection<? extends Number> values) {
        List<Object> fitted = new ArrayList<>(values.size());
        boolean whole = beside.storage().isWhole();
        for (Number value : values) {
            if (whole && (value instanceof Long || value instanceof Integer || value instanceof Short)) {
                fitted.add(value.longValue());
            } else {
                fitted.add(decimal(value));
                whole = whole && isLong(decimal(value));
            }
        }
        if (whole) {
            fitted.replaceAll(value -> ((Number) value).longValue());
            return new Term.ListOf(fitted, ValueType.LONG);
        }
        if (beside.storage() == StorageType.DECIMAL || beside.storage().isWhole()) {
            fitted.replaceAll(value -> decimal((Number) value));
            return new Term.ListOf(fitted, ValueType.DECIMAL);
        }
        fitted.replaceAll(value -> ((Number) value).doubleValue());
        return new Term.ListOf(fitted, ValueType.DOUBLE);
    }

    /**
     * {@return the type of a literal beside nothing: that of its class}
     *
     * @param value the value
     */
    public static ValueType<?> typeOf(Number value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ValueType.INTEGER;
        }
        if (value instanceof Long) {
            return ValueType.LONG;
        }
        return value instanceof Double || value instanceof Float ? ValueType.DOUBLE : ValueType.DECIMAL;
    }

    /**
     * {@return the number as a decimal, exactly}
     *
     * @param value the number
     */
    public static BigDecimal decimal(Number value) {
        if (value instanceof BigDecimal exact) {
            return exact;
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return value instanceof Double || value instanceof Float
                ? new BigDecimal(value.toString())
                : BigDecimal.valueOf(value.longValue());
    }

    private static boolean isLong(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                && value.compareTo(MIN_LONG) >= 0
                && value.compareTo(MAX_LONG) <= 0;
    }
}
