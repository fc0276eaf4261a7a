package org.fetchwise.dialect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * Calculates with decimals, for SQLite, which keeps and adds binary numbers. A binary number of 64 bits tells decimals of 15
 * digits apart, so what it stands for is known; sums are taken of that, and made a binary number again. A sum that needs more
 * digits is an error. Products and quotients are rounded to 15 digits, and so is a sum of what has been rounded before.
 */
final class SqliteDecimals {
    /** How many digits of a decimal a number keeps. */
    static final int DIGITS = 15;

    /** What the message about a sum that needs more begins with. */
    static final String TOO_LONG = "A sum of decimals has more than " + DIGITS + " digits";

    private static final MathContext PRECISION = new MathContext(DIGITS, RoundingMode.HALF_UP);

    /** What the driver calls the type of NULL. */
    private static final int NULL = 5;

    private SqliteDecimals() {}

    static String nameOf(ArithmeticOperator operator) {
        return SqliteFunctions.PREFIX + operator.name();
    }

    static String nameOf(AggregateFunction function) {
        return SqliteFunctions.PREFIX + function.name();
    }

    static void register(SQLiteConnection connection) throws SQLException {
        create(connection, nameOf(ArithmeticOperator.PLUS), 2, new Sum(false));
        create(connection, nameOf(ArithmeticOperator.MINUS), 2, new Sum(true));
        create(connection, nameOf(ArithmeticOperator.TIMES), 2, new Rounded(BigDecimal::multiply));
        create(connection, nameOf(ArithmeticOperator.DIVIDED_BY), 2, new Rounded(SqliteDecimals::quotient));
        create(connection, nameOf(ArithmeticOperator.MODULO), 2, new Rounded(SqliteDecimals::rest));
        create(connection, nameOf(AggregateFunction.SUM), 1, new Total(false));
        create(connection, nameOf(AggregateFunction.AVG), 1, new Total(true));
    }

    private static void create(SQLiteConnection connection, String name, int arguments, Function function)
            throws SQLException {
        Function.create(connection, name, function, arguments, Function.FLAG_DETERMINISTIC);
    }

    /** {@return the decimal that a binary number stands for} */
    static BigDecimal of(double number) {
        return BigDecimal.valueOf(number).round(PRECISION).stripTrailingZeros();
    }

    /** Whether digits of a number may have been rounded away: those of a quotient, say. */
    private static boolean isRounded(BigDecimal value) {
        return value.precision() >= DIGITS;
    }

    private static @Nullable BigDecimal quotient(BigDecimal left, BigDecimal right) {
        return right.signum() == 0 ? null : left.divide(right, PRECISION);
    }

    private static @Nullable BigDecimal rest(BigDecimal left, BigDecimal right) {
        return right.signum() == 0 ? null : left.remainder(right);
    }

    /** A calculation that may give NULL. */
    @FunctionalInterface
    private interface Calculation {
        @Nullable
        BigDecimal of(BigDecimal left, BigDecimal right);
    }

    /** Reads decimals, and gives them back as SQLite keeps them. */
    private abstract static class OfTwo extends Function {
        @Override
        protected void xFunc() throws SQLException {
            if (value_type(0) == NULL || value_type(1) == NULL) {
                result();
                return;
            }
            BigDecimal result = of(SqliteDecimals.of(value_double(0)), SqliteDecimals.of(value_double(1)));
            if (result == null) {
                result();
            } else if (result.stripTrailingZeros().precision() > DIGITS) {
                error(TOO_LONG);
            } else {
                result(result.doubleValue());
            }
        }

        abstract @Nullable BigDecimal of(BigDecimal left, BigDecimal right);
    }

    private static final class Sum extends OfTwo {
        private final boolean difference;

        Sum(boolean difference) {
            this.difference = difference;
        }

        @Override
        BigDecimal of(BigDecimal left, BigDecimal right) {
            BigDecimal sum = difference ? left.subtract(right) : left.add(right);
            return isRounded(left) || isRounded(right) ? sum.round(PRECISION) : sum;
        }
    }

    private static final class Rounded extends OfTwo {
        private final Calculation calculation;

        Rounded(Calculation calculation) {
            this.calculation = calculation;
        }

        @Override
        @Nullable
        BigDecimal of(BigDecimal left, BigDecimal right) {
            BigDecimal result = calculation.of(left, right);
            return result == null ? null : result.round(PRECISION);
        }
    }

    /** The sum of the values of many rows, or their average. */
    private static final class Total extends Function.Window {
        private final boolean average;
        private BigDecimal sum = BigDecimal.ZERO;
        private long count;
        private long rounded;

        Total(boolean average) {
            this.average = average;
        }

        @Override
        protected void xStep() throws SQLException {
            add(1);
        }

        @Override
        protected void xInverse() throws SQLException {
            add(-1);
        }

        private void add(int times) throws SQLException {
            if (value_type(0) != NULL) {
                BigDecimal value = of(value_double(0));
                sum = times > 0 ? sum.add(value) : sum.subtract(value);
                count += times;
                rounded += isRounded(value) ? times : 0;
            }
        }

        @Override
        protected void xValue() throws SQLException {
            give();
        }

        @Override
        protected void xFinal() throws SQLException {
            give();
        }

        private void give() throws SQLException {
            if (count == 0) {
                result();
            } else if (average) {
                result(sum.divide(BigDecimal.valueOf(count), PRECISION).doubleValue());
            } else if (rounded == 0 && sum.stripTrailingZeros().precision() > DIGITS) {
                error(TOO_LONG);
            } else {
                result(sum.round(PRECISION).doubleValue());
            }
        }
    }
}
