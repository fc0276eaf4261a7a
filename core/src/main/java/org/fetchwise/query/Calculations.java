package org.fetchwise.query;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** Calculations whose operands only a query tells: which of them there are, and of which type the result is. */
public final class Calculations {
    private Calculations() {}

    /**
     * {@return a calculation; the quotient of whole numbers is a whole number}
     *
     * @param operator the operator
     * @param left the left operand
     * @param right the right operand
     * @throws QueryException if there is no such calculation between values of their types
     */
    public static Term of(ArithmeticOperator operator, Term left, Term right) {
        Term one = value(left);
        Term other = value(right);
        if (isOpen(one) || isOpen(other)) {
            return new Term.Arithmetic(operator, one, other, ValueType.UNKNOWN);
        }
        if (isTurned(operator, one, other)) {
            return of(operator, right, left);
        }
        if (isDuration(one) && isNumber(other) && isScaling(operator)) {
            return scaled(operator, one, other);
        }
        ArithmeticOperator meant = operator == ArithmeticOperator.DIVIDED_BY && isWhole(one) && isWhole(other)
                ? ArithmeticOperator.QUOTIENT
                : operator;
        ValueType<?> type = isNumber(one) && isNumber(other)
                ? ofNumbers(meant, one.type(), other.type())
                : ofTimes(meant, one.type().storage(), other.type().storage());
        if (type == null) {
            throw new QueryException("Cannot calculate with '" + left + "' and '" + right + "': they are of the types "
                    + left.type().javaType().getSimpleName() + " and "
                    + right.type().javaType().getSimpleName() + ".");
        }
        return new Term.Arithmetic(meant, one, other, type);
    }

    /** Whether a duration stands first in a sum or second in a product, where it may as well stand on the other side. */
    private static boolean isTurned(ArithmeticOperator operator, Term one, Term other) {
        return switch (operator) {
            case PLUS ->
                isDuration(one) && !isDuration(other) && shifted(other.type().storage()) != null;
            case TIMES -> isNumber(one) && isDuration(other);
            default -> false;
        };
    }

    private static boolean isScaling(ArithmeticOperator operator) {
        return operator == ArithmeticOperator.TIMES || operator == ArithmeticOperator.DIVIDED_BY;
    }

    /** A duration is kept as a whole number of microseconds. */
    private static Term scaled(ArithmeticOperator operator, Term duration, Term number) {
        if (isWhole(number)) {
            ArithmeticOperator whole = operator == ArithmeticOperator.TIMES ? operator : ArithmeticOperator.QUOTIENT;
            return new Term.Arithmetic(whole, duration, number, ValueType.DURATION);
        }
        Term exact = new Term.Arithmetic(operator, duration, number, ValueType.DOUBLE);
        return new Term.Cast(new Term.Call(SqlFunction.ROUND, List.of(exact), ValueType.DOUBLE), ValueType.DURATION);
    }

    private static boolean isDuration(Term term) {
        return term.type().storage() == StorageType.DURATION;
    }

    /** A part of a JSON document counts as the number that it is. */
    private static Term value(Term term) {
        return JsonTerms.isJson(term) ? JsonTerms.number(term) : term;
    }

    private static boolean isWhole(Term term) {
        return isNumber(term) && term.type().storage().isWhole();
    }

    private static boolean isNumber(Term term) {
        return term.type().storage().isNumber() && !term.type().javaType().isEnum();
    }

    private static @Nullable ValueType<?> ofNumbers(
            ArithmeticOperator operator, ValueType<?> left, ValueType<?> right) {
        StorageType one = left.storage();
        StorageType other = right.storage();
        if (one.isWhole() && other.isWhole()) {
            boolean wide = one == StorageType.BIGINT || other == StorageType.BIGINT;
            return wide ? ValueType.LONG : ValueType.INTEGER;
        }
        return switch (operator) {
            case PLUS, MINUS, TIMES, DIVIDED_BY, MODULO -> {
                boolean exact = isExact(one) && isExact(other);
                yield exact ? ValueType.DECIMAL : ValueType.DOUBLE;
            }
            case QUOTIENT, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> null;
        };
    }

    private static boolean isExact(StorageType type) {
        return type == StorageType.DECIMAL || type.isWhole();
    }

    private static @Nullable ValueType<?> ofTimes(ArithmeticOperator operator, StorageType left, StorageType right) {
        boolean duration = right == StorageType.DURATION;
        return switch (operator) {
            case PLUS, MINUS -> {
                if (duration) {
                    yield shifted(left);
                }
                boolean difference = operator == ArithmeticOperator.MINUS && left == right && shifted(left) != null;
                yield difference ? ValueType.DURATION : null;
            }
            case TIMES, DIVIDED_BY, QUOTIENT, MODULO, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> null;
        };
    }

    /** What a time becomes by a duration: a date becomes a date and time. */
    private static @Nullable ValueType<?> shifted(StorageType type) {
        return switch (type) {
            case DURATION -> ValueType.DURATION;
            case INSTANT -> ValueType.INSTANT;
            case DATE, TIMESTAMP -> ValueType.DATE_TIME;
            default -> null;
        };
    }

    /** Whether only the query around a subquery tells the type. */
    private static boolean isOpen(Term term) {
        return term.type().equals(ValueType.UNKNOWN) && TermWalk.any(term, part -> part instanceof Term.Outer);
    }
}
