package org.fetchwise.expr;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Calculations;
import org.fetchwise.query.Calls;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Numbers;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** Makes terms out of expressions and values. */
final class Terms {
    private Terms() {}

    static Term of(Object expression) {
        return TermSource.termOf(expression);
    }

    /** A value to be compared with a term, bound as the term's type. */
    static Term value(Term beside, Object value) {
        return new Term.Literal(value, beside.type());
    }

    /**
     * A number to be compared with a number of any type: bound as the term's type where that is exact, else as a decimal or
     * a double.
     */
    static Term number(Term beside, Number value) {
        return Numbers.literal(beside.type(), value);
    }

    static <R> Condition<R> compare(ComparisonOperator operator, Object left, Object right) {
        Term leftTerm = of(left);
        return new ConditionTerm<>(new Term.Compare(operator, leftTerm, value(leftTerm, right)));
    }

    static <R> Condition<R> compareNumber(ComparisonOperator operator, Object left, Number right) {
        Term leftTerm = of(left);
        return new ConditionTerm<>(new Term.Compare(operator, leftTerm, number(leftTerm, right)));
    }

    static <R> Condition<R> compareTerms(ComparisonOperator operator, Object left, Object right) {
        return new ConditionTerm<>(new Term.Compare(operator, of(left), of(right)));
    }

    static <R> Condition<R> in(Object left, Collection<?> values) {
        Term term = of(left);
        return new ConditionTerm<>(
                new Term.In(term, new Term.ListOf(new ArrayList<>(given(term, values)), term.type())));
    }

    /** Refuses null among values: what equals NULL is unknown, so that no row would be found by it. */
    static <C extends Collection<?>> C given(Term compared, C values) {
        for (Object value : values) {
            if (value == null) {
                throw new QueryException("Nothing equals null, but it is among the values for '" + compared
                        + "': leave it out, and ask isNull() for the rows without a value.");
            }
        }
        return values;
    }

    static <R> Condition<R> inNumbers(Object left, Collection<? extends Number> values) {
        Term term = of(left);
        return new ConditionTerm<>(new Term.In(term, Numbers.list(term.type(), given(term, values))));
    }

    static <R> Condition<R> inQuery(Object left, Object subquery) {
        Term.Values values = subquery instanceof Walk<?> walk ? walk.asWalk() : new Term.QueryValues(query(subquery));
        return new ConditionTerm<>(new Term.In(of(left), values));
    }

    static <R> Condition<R> not(Object condition) {
        return new ConditionTerm<>(new Term.Not(of(condition)));
    }

    static <R> Condition<R> match(TextPosition position, boolean ignoreCase, Object text, Term part) {
        return new ConditionTerm<>(new Term.Match(position, ignoreCase, of(text), part));
    }

    static Query query(Object source) {
        return source instanceof Walk<?> walk ? walk.asQuery() : ((QuerySource) source).asQuery();
    }

    static Term.Aggregate count(Term argument, boolean distinct) {
        return new Term.Aggregate(
                AggregateFunction.COUNT, PathOf.rows(argument), argument, distinct, null, null, ValueType.LONG);
    }

    static Term.Aggregate aggregate(AggregateFunction function, Object argument, ValueType<?> type) {
        Term term = of(argument);
        return new Term.Aggregate(function, PathOf.rows(term), term, false, null, null, type);
    }

    static Term filtered(Term term, Object condition) {
        Term added = of(condition);
        return switch (term) {
            case Term.Aggregate aggregate ->
                new Term.Aggregate(
                        aggregate.function(),
                        aggregate.rows(),
                        aggregate.argument(),
                        aggregate.distinct(),
                        both(aggregate.filter(), added),
                        aggregate.rowFilter(),
                        aggregate.type(),
                        aggregate.options());
            case Term.NamedAggregate aggregate ->
                new Term.NamedAggregate(
                        aggregate.function(),
                        aggregate.argument(),
                        aggregate.distinct(),
                        both(aggregate.filter(), added),
                        aggregate.options());
            case Term other -> throw new IllegalArgumentException("'" + other + "' is no aggregate");
        };
    }

    private static Term both(@Nullable Term before, Term added) {
        return before == null ? added : new Term.And(List.of(before, added));
    }

    /** An aggregate with its values in an order. */
    static Term ordered(Term term, List<Term.Order> order) {
        return switch (term) {
            case Term.Aggregate aggregate ->
                with(aggregate, new Term.AggregateOptions(aggregate.options().parameters(), order));
            case Term.NamedAggregate aggregate ->
                new Term.NamedAggregate(
                        aggregate.function(),
                        aggregate.argument(),
                        aggregate.distinct(),
                        aggregate.filter(),
                        new Term.AggregateOptions(aggregate.options().parameters(), order));
            case Term other -> throw new IllegalArgumentException("'" + other + "' is no aggregate");
        };
    }

    private static Term.Aggregate with(Term.Aggregate aggregate, Term.AggregateOptions options) {
        return new Term.Aggregate(
                aggregate.function(),
                aggregate.rows(),
                aggregate.argument(),
                aggregate.distinct(),
                aggregate.filter(),
                aggregate.rowFilter(),
                aggregate.type(),
                options);
    }

    /** An aggregate that takes something besides the value of each row. */
    static Term.Aggregate aggregate(AggregateFunction function, Object argument, ValueType<?> type, Term parameter) {
        return with(aggregate(function, argument, type), new Term.AggregateOptions(List.of(parameter), List.of()));
    }

    /** The fraction of a percentile. */
    static Term fraction(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new QueryException("A percentile takes a fraction from 0 to 1.");
        }
        return new Term.Literal(fraction, ValueType.DOUBLE);
    }

    static Term distinct(Term term) {
        AggregateFunction function = switch (term) {
            case Term.Aggregate aggregate -> aggregate.function();
            case Term.NamedAggregate aggregate -> aggregate.function();
            default -> throw new IllegalArgumentException("'" + term + "' is no aggregate");
        };
        switch (function) {
            case COUNT, SUM, AVG, STRING_AGG, JSON_ARRAYAGG, PERCENTILE_CONT -> {
                // there it matters how often a value occurs
            }
            case MIN, MAX, BOOL_AND, BOOL_OR ->
                throw new QueryException(
                        "'" + term + "' is the same however often a value occurs:" + " leave distinct() out.");
            case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
                throw new UnsupportedFeatureException(
                        "'" + term + "' takes every value as often as it occurs:" + " leave distinct() out.");
        }
        return switch (term) {
            case Term.Aggregate aggregate ->
                new Term.Aggregate(
                        aggregate.function(),
                        aggregate.rows(),
                        aggregate.argument(),
                        true,
                        aggregate.filter(),
                        aggregate.rowFilter(),
                        aggregate.type(),
                        aggregate.options());
            case Term.NamedAggregate aggregate ->
                new Term.NamedAggregate(
                        aggregate.function(), aggregate.argument(), true, aggregate.filter(), aggregate.options());
            case Term other -> throw new IllegalArgumentException("'" + other + "' is no aggregate");
        };
    }

    static Term arithmetic(ArithmeticOperator operator, Object left, Object right, ValueType<?> type) {
        return new Term.Arithmetic(operator, of(left), of(right), type);
    }

    static Term arithmetic(ArithmeticOperator operator, Object left, Number right, ValueType<?> type) {
        return new Term.Arithmetic(operator, of(left), Numbers.literal(Numbers.typeOf(right), right), type);
    }

    /** A function of expressions and values. */
    static Term call(SqlFunction function, Object... operands) {
        List<Term> arguments = new ArrayList<>();
        for (Object operand : operands) {
            arguments.add(operand instanceof TermSource ? of(operand) : Literals.of(operand));
        }
        return Calls.of(function, arguments, null);
    }

    /** What is taken of an instant in a zone. */
    static Term call(SqlFunction function, ZoneId zone, Object time) {
        return Calls.of(function, List.of(of(time)), zone);
    }

    /** A time so much later or earlier; a date stays a date. */
    static Term shifted(ArithmeticOperator operator, Object time, Object duration) {
        Term term = of(time);
        Term by = duration instanceof TermSource ? of(duration) : Literals.of(duration);
        Term shifted = Calculations.of(operator, term, by);
        return term.type().equals(ValueType.DATE) ? new Term.Cast(shifted, ValueType.DATE) : shifted;
    }

    static Term orElse(Object value, Object fallback) {
        Term term = of(value);
        return new Term.Call(SqlFunction.COALESCE, List.of(term, value(term, fallback)), term.type());
    }
}
