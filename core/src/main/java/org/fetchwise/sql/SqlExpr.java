package org.fetchwise.sql;

import java.util.List;
import org.fetchwise.meta.StorageType;
import org.jspecify.annotations.Nullable;

/** An expression of SQL. */
public sealed interface SqlExpr {
    /** A column of a table or derived table in scope. */
    record ColumnRef(String alias, String column, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return alias + "." + column;
        }
    }

    /** A value bound when the statement runs. */
    record Parameter(int slot, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return "?" + slot;
        }
    }

    /** A number, a boolean or NULL that the library itself puts into the text; never a user's value. */
    record Constant(@Nullable Object value) implements SqlExpr {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** A comparison of two values; NULL on either side makes it unknown. */
    record Comparison(ComparisonOperator operator, SqlExpr left, SqlExpr right) implements SqlExpr {
        @Override
        public String toString() {
            return left + " " + operator.text() + " " + right;
        }
    }

    /** {@code IS NULL}, or negated {@code IS NOT NULL}. */
    record NullCheck(SqlExpr value, boolean negated) implements SqlExpr {
        @Override
        public String toString() {
            return value + (negated ? " IS NOT NULL" : " IS NULL");
        }
    }

    /** A conjunction of at least two terms. */
    record AllOf(List<SqlExpr> terms) implements SqlExpr {
        public AllOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return SqlText.grouped(terms, " AND ");
        }
    }

    /** A disjunction of at least two terms. */
    record AnyOf(List<SqlExpr> terms) implements SqlExpr {
        public AnyOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return SqlText.grouped(terms, " OR ");
        }
    }

    /** {@code NOT}. */
    record Negation(SqlExpr condition) implements SqlExpr {
        @Override
        public String toString() {
            return "NOT " + condition;
        }
    }

    /** A value among a list that is bound as one parameter, however long it is. */
    record InParameter(SqlExpr value, int slot, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return value + " IN ?" + slot;
        }
    }

    /** A value among the rows of a subquery of one column. */
    record InSelect(SqlExpr value, Select select) implements SqlExpr {
        @Override
        public String toString() {
            return value + " IN (" + select + ")";
        }
    }

    /** Whether a subquery has a row. */
    record Exists(Select select) implements SqlExpr {
        @Override
        public String toString() {
            return "EXISTS (" + select + ")";
        }
    }

    /** Part of a text equals another text, taken literally. */
    record TextMatch(TextPosition position, boolean ignoreCase, SqlExpr text, SqlExpr part) implements SqlExpr {
        @Override
        public String toString() {
            return text + " MATCHES " + position + (ignoreCase ? " IGNORING CASE " : " ") + part;
        }
    }

    /** A text matches a regular expression of the database. */
    record RegexMatch(boolean ignoreCase, SqlExpr text, SqlExpr pattern) implements SqlExpr {
        @Override
        public String toString() {
            return text + (ignoreCase ? " ~* " : " ~ ") + pattern;
        }
    }

    /** {@code BETWEEN}, both ends included. */
    record Between(SqlExpr value, SqlExpr low, SqlExpr high) implements SqlExpr {
        @Override
        public String toString() {
            return value + " BETWEEN " + low + " AND " + high;
        }
    }

    /** Two operands joined by an arithmetic operator; the type is that of the result. */
    record Arithmetic(ArithmeticOperator operator, SqlExpr left, SqlExpr right, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return "(" + left + " " + operator + " " + right + ")";
        }
    }

    /** A scalar function. */
    record Call(SqlFunction function, List<SqlExpr> arguments, StorageType type) implements SqlExpr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function + SqlText.grouped(arguments, ", ");
        }
    }

    /** {@code CASE WHEN … THEN … ELSE … END}. */
    record Case(List<When> branches, SqlExpr otherwise, StorageType type) implements SqlExpr {
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public String toString() {
            return "CASE " + SqlText.joined(branches, " ") + " ELSE " + otherwise + " END";
        }
    }

    /** One branch of a {@link Case}. */
    record When(SqlExpr condition, SqlExpr value) {
        @Override
        public String toString() {
            return "WHEN " + condition + " THEN " + value;
        }
    }

    /** An aggregate; without an argument it counts rows. A filter restricts the rows it takes. */
    record Aggregation(
            AggregateFunction function,
            boolean distinct,
            @Nullable SqlExpr argument,
            @Nullable SqlExpr filter,
            StorageType type)
            implements SqlExpr {
        @Override
        public String toString() {
            return function + (distinct ? "(DISTINCT " : "(") + (argument == null ? "*" : argument) + ")"
                    + (filter == null ? "" : " FILTER (" + filter + ")");
        }
    }

    /** A function over a window; the function is an {@link Aggregation} or a {@link WindowCall}. */
    record Over(
            SqlExpr function,
            List<SqlExpr> partitionBy,
            List<SortKey> orderBy,
            @Nullable Frame frame) implements SqlExpr {
        public Over {
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }

        @Override
        public String toString() {
            return function + " OVER (" + SqlText.clause("PARTITION BY ", partitionBy)
                    + SqlText.clause(" ORDER BY ", orderBy) + (frame == null ? "" : " " + frame) + ")";
        }
    }

    /** A function that exists only over a window. */
    record WindowCall(WindowFunction function, List<SqlExpr> arguments, StorageType type) implements SqlExpr {
        public WindowCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function + SqlText.grouped(arguments, ", ");
        }
    }

    /** The rows of a window that a function takes, counted from the current row: null is unbounded, negative precedes. */
    record Frame(
            boolean rows, @Nullable Integer start, @Nullable Integer end) {}

    /** A subquery of one column and at most one row, used as a value. */
    record Scalar(Select select, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return "(" + select + ")";
        }
    }

    /** A value converted to another type. */
    record Cast(SqlExpr value, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return "CAST(" + value + " AS " + type + ")";
        }
    }

    /** The operators that compare. */
    enum ComparisonOperator {
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String text;

        ComparisonOperator(String text) {
            this.text = text;
        }

        /** {@return the operator in standard SQL} */
        public String text() {
            return text;
        }
    }

    /** The operators that calculate. Division is real division, also of whole numbers. */
    enum ArithmeticOperator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY,
        MODULO
    }

    /** Where in a text the part must stand; WHOLE compares all of it. */
    enum TextPosition {
        WHOLE,
        ANYWHERE,
        START,
        END
    }

    /** The scalar functions that every dialect can render. Dates and times are taken in UTC. */
    enum SqlFunction {
        LOWER,
        UPPER,
        LENGTH,
        CONCAT,
        COALESCE,
        ABS,
        /** The day of an instant. */
        DATE,
        /** The time of day of an instant. */
        TIME,
        YEAR,
        /** The year that the week belongs to. */
        ISO_YEAR,
        QUARTER,
        MONTH,
        /** The week of the year as ISO 8601 counts: the first one has the first Thursday. */
        WEEK,
        DAY,
        /** 1 on Sunday to 7 on Saturday. */
        WEEK_DAY,
        /** 1 on Monday to 7 on Sunday. */
        ISO_WEEK_DAY,
        HOUR,
        MINUTE,
        /** Whole seconds. */
        SECOND,
        TRUNC_YEAR,
        TRUNC_QUARTER,
        TRUNC_MONTH,
        /** Back to the last Monday. */
        TRUNC_WEEK,
        TRUNC_DAY,
        TRUNC_HOUR,
        TRUNC_MINUTE,
        TRUNC_SECOND
    }

    /** The aggregates. */
    enum AggregateFunction {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    /** The functions that exist only over a window. */
    enum WindowFunction {
        ROW_NUMBER,
        RANK,
        DENSE_RANK
    }
}
