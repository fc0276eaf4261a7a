package org.fetchwise.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** The aggregates that SQLite lacks. */
final class SqliteStatistics {
    /** Puts the texts of a JSON array together; the second argument stands between two. */
    static final String JOIN = "fetchwise_join";

    /** What the driver calls the type of NULL. */
    private static final int NULL = 5;

    private SqliteStatistics() {}

    static String nameOf(AggregateFunction function) {
        return "fetchwise_" + function.name().toLowerCase(Locale.ROOT);
    }

    static void register(SQLiteConnection connection) throws SQLException {
        for (AggregateFunction function : List.of(
                AggregateFunction.STDDEV_POP,
                AggregateFunction.STDDEV_SAMP,
                AggregateFunction.VAR_POP,
                AggregateFunction.VAR_SAMP)) {
            Function.create(connection, nameOf(function), new Spread(function), 1, Function.FLAG_DETERMINISTIC);
        }
        Function.create(connection, JOIN, new Join(), 2, Function.FLAG_DETERMINISTIC);
    }

    /** How far values spread, by Welford's method, which adds and removes single values without losing digits. */
    private static final class Spread extends Function.Window {
        private final AggregateFunction function;
        private long count;
        private double mean;
        private double squares;

        Spread(AggregateFunction function) {
            this.function = function;
        }

        @Override
        protected void xStep() throws SQLException {
            if (value_type(0) != NULL) {
                double value = value_double(0);
                count++;
                double difference = value - mean;
                mean += difference / count;
                squares += difference * (value - mean);
            }
        }

        @Override
        protected void xInverse() throws SQLException {
            if (value_type(0) != NULL) {
                double value = value_double(0);
                count--;
                if (count == 0) {
                    mean = 0;
                    squares = 0;
                } else {
                    double difference = value - mean;
                    mean -= difference / count;
                    squares -= difference * (value - mean);
                }
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
            boolean sample = function == AggregateFunction.STDDEV_SAMP || function == AggregateFunction.VAR_SAMP;
            long divisor = sample ? count - 1 : count;
            if (divisor <= 0) {
                result();
                return;
            }
            double variance = Math.max(0, squares) / divisor;
            boolean root = function == AggregateFunction.STDDEV_POP || function == AggregateFunction.STDDEV_SAMP;
            result(root ? Math.sqrt(variance) : variance);
        }
    }

    /** Puts texts together. Used by one connection, thus by one thread. */
    private static final class Join extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String array = value_text(0);
            String delimiter = value_text(1);
            List<@Nullable String> texts = array == null ? List.of() : JsonDocument.texts(array);
            StringBuilder joined = null;
            for (String text : texts) {
                if (text != null) {
                    joined = joined == null
                            ? new StringBuilder(text)
                            : joined.append(delimiter).append(text);
                }
            }
            if (joined == null) {
                result();
            } else {
                result(joined.toString());
            }
        }
    }
}
