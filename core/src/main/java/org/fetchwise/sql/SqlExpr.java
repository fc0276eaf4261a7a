package org.fetchwise.sql;

import java.time.ZoneId;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.jspecify.annotations.Nullable;

/** An expression of SQL. */
public sealed interface SqlExpr {
    /**
     * A column of a table or derived table in scope.
     *
     * @param alias the name under which the statement speaks of the table
     * @param column the column's name, unquoted
     * @param type how its values are stored
     */
    record ColumnRef(String alias, String column, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return alias + "." + column;
        }
    }

    /**
     * A value bound when the statement runs.
     *
     * @param slot which of the values of the run, counted from 0
     * @param type how the value is stored
     */
    record Parameter(int slot, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return "?" + slot;
        }
    }

    /**
     * A number, a boolean or NULL that the library itself puts into the text; never a user's value.
     *
     * @param value the number or truth value, or null for NULL
     */
    record Constant(@Nullable Object value) implements SqlExpr {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * A text that the mapping declares; never a user's value.
     *
     * @param text the text, unquoted
     */
    record Declared(String text) implements SqlExpr {
        @Override
        public String toString() {
            return "'" + text + "'";
        }
    }

    /**
     * A comparison of two values; NULL on either side makes it unknown.
     *
     * @param operator how they are compared
     * @param left the first value
     * @param right the second
     */
    record Comparison(ComparisonOperator operator, SqlExpr left, SqlExpr right) implements SqlExpr {
        @Override
        public String toString() {
            return left + " " + operator.text() + " " + right;
        }
    }

    /**
     * {@code IS NULL}, or negated {@code IS NOT NULL}.
     *
     * @param value the value that is looked at
     * @param negated whether it must not be NULL
     */
    record NullCheck(SqlExpr value, boolean negated) implements SqlExpr {
        @Override
        public String toString() {
            return value + (negated ? " IS NOT NULL" : " IS NULL");
        }
    }

    /**
     * A conjunction of at least two terms.
     *
     * @param terms the conditions
     */
    record AllOf(List<SqlExpr> terms) implements SqlExpr {
        public AllOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return SqlText.grouped(terms, " AND ");
        }
    }

    /**
     * A disjunction of at least two terms.
     *
     * @param terms the conditions
     */
    record AnyOf(List<SqlExpr> terms) implements SqlExpr {
        public AnyOf {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return SqlText.grouped(terms, " OR ");
        }
    }

    /**
     * {@code NOT}.
     *
     * @param condition what must be false; unknown stays unknown
     */
    record Negation(SqlExpr condition) implements SqlExpr {
        @Override
        public String toString() {
            return "NOT " + condition;
        }
    }

    /**
     * A value among a list that is bound as one parameter, however long it is.
     *
     * @param value the value that is looked for
     * @param slot the slot of the list
     * @param type how the values of the list are stored
     * @param indexed whether an index finds the rows that have the value
     */
    record InParameter(SqlExpr value, int slot, StorageType type, boolean indexed) implements SqlExpr {
        @Override
        public String toString() {
            return value + " IN ?" + slot;
        }
    }

    /**
     * Several values side by side, to be compared as one.
     *
     * @param values the values
     */
    record Row(List<SqlExpr> values) implements SqlExpr {
        public Row {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return SqlText.grouped(values, ", ");
        }
    }

    /**
     * Values side by side among a list of such, of which each column is bound as one parameter, however long it is.
     *
     * @param values the values that are looked for
     * @param columns the slot of the list of each column, and how its values are stored
     * @param indexed whether an index finds the rows that have the values
     */
    record InRows(List<SqlExpr> values, List<Parameter> columns, boolean indexed) implements SqlExpr {
        public InRows {
            values = List.copyOf(values);
            columns = List.copyOf(columns);
        }

        @Override
        public String toString() {
            return SqlText.grouped(values, ", ") + " IN " + columns;
        }
    }

    /**
     * A value, or a row of values, among the rows of a subquery of as many columns.
     *
     * @param value the value, or the row of values, that is looked for
     * @param select the subquery
     * @param indexed whether an index finds the rows that have the value
     */
    record InSelect(SqlExpr value, Select select, boolean indexed) implements SqlExpr {
        /**
         * Asks for a value that no index finds.
         *
         * @param value the value, or the row of values, that is looked for
         * @param select the subquery
         */
        public InSelect(SqlExpr value, Select select) {
            this(value, select, false);
        }

        /**
         * {@return the same condition}
         *
         * @param byIndex whether an index finds the rows that have the value
         */
        public InSelect found(boolean byIndex) {
            return new InSelect(value, select, byIndex);
        }

        @Override
        public String toString() {
            return value + " IN (" + select + ")";
        }
    }

    /**
     * Whether a subquery has a row.
     *
     * @param select the subquery
     */
    record Exists(Select select) implements SqlExpr {
        @Override
        public String toString() {
            return "EXISTS (" + select + ")";
        }
    }

    /**
     * Part of a text equals another text, taken literally.
     *
     * @param position where the part must stand
     * @param ignoreCase whether upper and lower case are the same
     * @param text the text that is searched
     * @param part what is looked for; nothing in it is a wildcard
     */
    record TextMatch(TextPosition position, boolean ignoreCase, SqlExpr text, SqlExpr part) implements SqlExpr {
        @Override
        public String toString() {
            return text + " MATCHES " + position + (ignoreCase ? " IGNORING CASE " : " ") + part;
        }
    }

    /**
     * A text matches a regular expression of the database.
     *
     * @param ignoreCase whether upper and lower case are the same
     * @param text the text that is searched
     * @param pattern the expression, in the database's own syntax
     */
    record RegexMatch(boolean ignoreCase, SqlExpr text, SqlExpr pattern) implements SqlExpr {
        @Override
        public String toString() {
            return text + (ignoreCase ? " ~* " : " ~ ") + pattern;
        }
    }

    /**
     * {@code BETWEEN}, both ends included.
     *
     * @param value the value that is looked at
     * @param low the lowest that it may be
     * @param high the highest that it may be
     */
    record Between(SqlExpr value, SqlExpr low, SqlExpr high) implements SqlExpr {
        @Override
        public String toString() {
            return value + " BETWEEN " + low + " AND " + high;
        }
    }

    /**
     * Two operands joined by an arithmetic operator; the type is that of the result.
     *
     * @param operator what is calculated
     * @param left the first operand
     * @param right the second
     * @param type the type of the result
     */
    record Arithmetic(ArithmeticOperator operator, SqlExpr left, SqlExpr right, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return "(" + left + " " + operator + " " + right + ")";
        }
    }

    /**
     * A scalar function.
     *
     * @param function the function
     * @param arguments its arguments, in the order that the function says
     * @param type the type of the result
     */
    record Call(SqlFunction function, List<SqlExpr> arguments, StorageType type) implements SqlExpr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function + SqlText.grouped(arguments, ", ");
        }
    }

    /**
     * An instant as the date and time that clocks show in a zone.
     *
     * @param instant the instant
     * @param zone the zone of the clocks
     */
    record InZone(SqlExpr instant, ZoneId zone) implements SqlExpr {
        @Override
        public String toString() {
            return "(" + instant + " in " + zone + ")";
        }
    }

    /**
     * The instant at which clocks show a date and time in a zone: of two the earlier, in a gap as if it had not begun.
     *
     * @param local the date and time that clocks show
     * @param zone the zone of the clocks
     */
    record FromZone(SqlExpr local, ZoneId zone) implements SqlExpr {
        @Override
        public String toString() {
            return "(" + local + " from " + zone + ")";
        }
    }

    /**
     * A text compared and ordered by a collation of the database.
     *
     * @param text the text
     * @param collation the collation's name, unquoted
     */
    record Collated(SqlExpr text, String collation) implements SqlExpr {
        @Override
        public String toString() {
            return text + " COLLATE " + collation;
        }
    }

    /**
     * What a path leads to within a JSON document.
     *
     * @param document the document
     * @param path the steps; none for the document itself
     * @param type JSON for the part itself; text for its value as text, NULL for JSON's null; a number for its value, NULL
     *     where it is no number
     */
    record JsonGet(SqlExpr document, List<JsonStep> path, StorageType type) implements SqlExpr {
        public JsonGet {
            path = List.copyOf(path);
        }

        @Override
        public String toString() {
            return document + "->" + SqlText.joined(path, "->") + (type == StorageType.JSON ? "" : " AS " + type);
        }
    }

    /**
     * Whether a JSON document contains another: all its keys with what they contain, all its elements.
     *
     * @param document the document that is searched
     * @param part the document that it must contain
     */
    record JsonContains(SqlExpr document, SqlExpr part) implements SqlExpr {
        @Override
        public String toString() {
            return document + " @> " + part;
        }
    }

    /**
     * A JSON object.
     *
     * @param members its members, in order
     */
    record JsonObject(List<JsonMember> members) implements SqlExpr {
        public JsonObject {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return "JSON_OBJECT" + SqlText.grouped(members, ", ");
        }
    }

    /**
     * One member of a {@link JsonObject}.
     *
     * @param name its name
     * @param value its value
     */
    record JsonMember(String name, SqlExpr value) {
        @Override
        public String toString() {
            return name + ": " + value;
        }
    }

    /**
     * SQL as the user writes it.
     *
     * @param texts what stands before, between and behind the operands: one more than those
     * @param operands the expressions between the texts
     * @param type the type of the value
     */
    record Template(List<String> texts, List<SqlExpr> operands, StorageType type) implements SqlExpr {
        public Template {
            texts = List.copyOf(texts);
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(texts.get(0));
            for (int at = 0; at < operands.size(); at++) {
                text.append(operands.get(at)).append(texts.get(at + 1));
            }
            return text.toString();
        }
    }

    /**
     * {@code CASE WHEN … THEN … ELSE … END}.
     *
     * @param branches the branches: the first whose condition is true gives the value
     * @param otherwise the value where no condition is true
     * @param type the type of the value
     */
    record Case(List<When> branches, SqlExpr otherwise, StorageType type) implements SqlExpr {
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public String toString() {
            return "CASE " + SqlText.joined(branches, " ") + " ELSE " + otherwise + " END";
        }
    }

    /**
     * One branch of a {@link Case}.
     *
     * @param condition when it is taken
     * @param value what it gives
     */
    record When(SqlExpr condition, SqlExpr value) {
        @Override
        public String toString() {
            return "WHEN " + condition + " THEN " + value;
        }
    }

    /**
     * An aggregate; without an argument it counts rows. A filter restricts the rows it takes.
     *
     * @param function what is computed
     * @param distinct whether equal values count once
     * @param argument the value of each row, or null
     * @param filter which rows are taken, or null for all
     * @param type the type of the value
     * @param parameters what some functions take besides, empty for none
     * @param orderBy the order in which values are put together, empty for none
     */
    record Aggregation(
            AggregateFunction function,
            boolean distinct,
            @Nullable SqlExpr argument,
            @Nullable SqlExpr filter,
            StorageType type,
            List<SqlExpr> parameters,
            List<SortKey> orderBy)
            implements SqlExpr {
        public Aggregation {
            parameters = List.copyOf(parameters);
            orderBy = List.copyOf(orderBy);
        }

        /**
         * Creates an aggregate that takes nothing besides.
         *
         * @param function what is computed
         * @param distinct whether equal values count once
         * @param argument the value of each row, or null
         * @param filter which rows are taken, or null for all
         * @param type the type of the value
         */
        public Aggregation(
                AggregateFunction function,
                boolean distinct,
                @Nullable SqlExpr argument,
                @Nullable SqlExpr filter,
                StorageType type) {
            this(function, distinct, argument, filter, type, List.of(), List.of());
        }

        @Override
        public String toString() {
            return function + (distinct ? "(DISTINCT " : "(") + (argument == null ? "*" : argument)
                    + SqlText.clause(", ", parameters) + SqlText.clause(" ORDER BY ", orderBy) + ")"
                    + (filter == null ? "" : " FILTER (" + filter + ")");
        }
    }

    /**
     * A function over a window; the function is an {@link Aggregation} or a {@link WindowCall}.
     *
     * @param function what is computed
     * @param partitionBy what makes rows one window; empty where all rows are
     * @param orderBy the order of a window, empty where there is none
     * @param frame which of its rows the function takes, or null for what SQL says
     */
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

    /**
     * A function that exists only over a window.
     *
     * @param function the function
     * @param arguments its arguments, in the order that the function says
     * @param type the type of the result
     */
    record WindowCall(WindowFunction function, List<SqlExpr> arguments, StorageType type) implements SqlExpr {
        public WindowCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function + SqlText.grouped(arguments, ", ");
        }
    }

    /**
     * The rows of a window that a function takes, counted from the current row: null is unbounded, negative precedes.
     *
     * @param unit what the ends count
     * @param start where it begins
     * @param end where it ends
     * @param exclusion which rows are left out of it
     */
    record Frame(
            FrameUnit unit,
            @Nullable Integer start,
            @Nullable Integer end,
            FrameExclusion exclusion) {}

    /** What the ends of a frame count. */
    enum FrameUnit {
        /** Rows. */
        ROWS,
        /** The distance between the values that order the window. */
        RANGE,
        /** Groups of rows that the order does not tell apart. */
        GROUPS
    }

    /** Which rows a frame leaves out. */
    enum FrameExclusion {
        /** None. */
        NO_OTHERS,
        /** The current row. */
        CURRENT_ROW,
        /** The current row and all that the order does not tell from it. */
        GROUP,
        /** All that the order does not tell from the current row, which stays. */
        TIES
    }

    /**
     * A subquery of one column and at most one row, used as a value.
     *
     * @param select the subquery
     * @param type the type of its column
     */
    record Scalar(Select select, StorageType type) implements SqlExpr {
        @Override
        public String toString() {
            return "(" + select + ")";
        }
    }

    /**
     * A value converted to another type.
     *
     * @param value the value
     * @param type the type that it gets
     * @param precision how many digits a decimal has, or 0 for as many as needed
     * @param scale how many of them stand after the point
     */
    record Cast(SqlExpr value, StorageType type, int precision, int scale) implements SqlExpr {
        /**
         * A conversion to a type that needs no digits told.
         *
         * @param value the value
         * @param type the type that it gets
         */
        public Cast(SqlExpr value, StorageType type) {
            this(value, type, 0, 0);
        }

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

    /** The operators that calculate. */
    enum ArithmeticOperator {
        PLUS,
        MINUS,
        TIMES,
        /** Real division, also of whole numbers. */
        DIVIDED_BY,
        /** Division of whole numbers, cut towards zero. */
        QUOTIENT,
        /** What {@link #QUOTIENT} leaves; it has the sign of the number that is divided. */
        MODULO,
        BIT_AND,
        BIT_OR,
        BIT_XOR,
        SHIFT_LEFT,
        SHIFT_RIGHT
    }

    /** Where in a text the part must stand; WHOLE compares all of it. */
    enum TextPosition {
        WHOLE,
        ANYWHERE,
        START,
        END
    }

    /** The aggregates. */
    enum AggregateFunction {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        /** The standard deviation of all values. */
        STDDEV_POP,
        /** The standard deviation estimated from a sample; NULL of fewer than two values. */
        STDDEV_SAMP,
        /** The variance of all values. */
        VAR_POP,
        /** The variance estimated from a sample; NULL of fewer than two values. */
        VAR_SAMP,
        /** Whether all values are true. */
        BOOL_AND,
        /** Whether any value is true. */
        BOOL_OR,
        /** The texts with a delimiter between them, which is the parameter. NULL is left out. */
        STRING_AGG,
        /** The values as a JSON array. NULL is among them. */
        JSON_ARRAYAGG,
        /** The value below which a fraction of the values lies, interpolated; the fraction is the parameter. */
        PERCENTILE_CONT
    }

    /** The functions that exist only over a window. */
    enum WindowFunction {
        ROW_NUMBER,
        RANK,
        DENSE_RANK,
        /** The rank from 0 to 1. */
        PERCENT_RANK,
        /** Which part of the rows stands before or beside a row. */
        CUME_DIST,
        /** The number of the bucket when rows are spread over so many. */
        NTILE,
        /** The value of a row before, by a distance, or a value in its stead. */
        LAG,
        /** The value of a row behind, by a distance, or a value in its stead. */
        LEAD,
        FIRST_VALUE,
        LAST_VALUE,
        /** The value of the row at a position of the frame. */
        NTH_VALUE
    }
}
