package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.jspecify.annotations.Nullable;

/**
 * An expression over paths given as text. It fits every query, and is checked against the entity of the query that it is
 * added to: a wrong name or a wrong type is refused there, before any statement. {@link #compared} makes a
 * condition of it.
 *
 * <p>Operands are other expressions, or values: numbers, texts, dates and times.
 */
public sealed interface AnyExpr extends Expr<Object, Object> permits Field, AnyTerm, AnyAggregate {
    @Override
    AnyExpr named(String name);

    /**
     * {@return the sum of this number and another}
     *
     * @param operand the other one
     */
    default AnyExpr plus(Object operand) {
        return arithmetic(ArithmeticOperator.PLUS, operand);
    }

    /**
     * {@return the difference of this number and another}
     *
     * @param operand the other one
     */
    default AnyExpr minus(Object operand) {
        return arithmetic(ArithmeticOperator.MINUS, operand);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param operand the other one
     */
    default AnyExpr times(Object operand) {
        return arithmetic(ArithmeticOperator.TIMES, operand);
    }

    /**
     * {@return the quotient of this number and another; between whole numbers a whole number, cut towards zero}
     *
     * @param operand the other one
     */
    default AnyExpr dividedBy(Object operand) {
        return arithmetic(ArithmeticOperator.DIVIDED_BY, operand);
    }

    /**
     * {@return the remainder of this number divided by another}
     *
     * @param operand the other one
     */
    default AnyExpr modulo(Object operand) {
        return arithmetic(ArithmeticOperator.MODULO, operand);
    }

    /**
     * {@return the bits that this whole number and another both have}
     *
     * @param operand the other one
     */
    default AnyExpr bitAnd(Object operand) {
        return arithmetic(ArithmeticOperator.BIT_AND, operand);
    }

    /**
     * {@return the bits that this whole number or another has}
     *
     * @param operand the other one
     */
    default AnyExpr bitOr(Object operand) {
        return arithmetic(ArithmeticOperator.BIT_OR, operand);
    }

    /**
     * {@return the bits that one of this whole number and another has, but not both}
     *
     * @param operand the other one
     */
    default AnyExpr bitXor(Object operand) {
        return arithmetic(ArithmeticOperator.BIT_XOR, operand);
    }

    /**
     * {@return this whole number with its bits moved to the left}
     *
     * @param operand by how many places
     */
    default AnyExpr shiftLeft(Object operand) {
        return arithmetic(ArithmeticOperator.SHIFT_LEFT, operand);
    }

    /**
     * {@return this whole number with its bits moved to the right, its sign kept}
     *
     * @param operand by how many places
     */
    default AnyExpr shiftRight(Object operand) {
        return arithmetic(ArithmeticOperator.SHIFT_RIGHT, operand);
    }

    /** {@return the number of characters of this text} */
    default AnyExpr length() {
        return call("length");
    }

    /** {@return this text in lower case} */
    default AnyExpr lower() {
        return call("lower");
    }

    /** {@return this text in upper case} */
    default AnyExpr upper() {
        return call("upper");
    }

    /**
     * {@return this value as an argument of a function, as its first one}
     *
     * @param name the name of the function, as {@link Functions#call} takes it
     * @param more the further arguments
     */
    default AnyExpr call(String name, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(this));
        arguments.addAll(Arrays.asList(more));
        return Functions.call(name, arguments.toArray());
    }

    /**
     * {@return this value converted by the database} A part of a JSON document becomes the text or the number that it is.
     *
     * @param type the class of the values that it becomes, as it would be that of an attribute
     */
    default AnyExpr cast(Class<?> type) {
        return new AnyTerm(new Term.Cast(Terms.of(this), Literals.typeOf(type)), null);
    }

    /**
     * {@return this value converted to a decimal}
     *
     * @param precision how many digits it has at most
     * @param scale how many of them stand after the point
     */
    default AnyExpr castDecimal(int precision, int scale) {
        return new AnyTerm(new Term.Cast(Terms.of(this), ValueType.DECIMAL, precision, scale), null);
    }

    /**
     * {@return this value, read as another type than that which follows from the query; the database converts nothing}
     *
     * @param type the class of the values
     */
    default AnyExpr declared(Class<?> type) {
        return new AnyTerm(new Term.Declared(Terms.of(this), Literals.typeOf(type)), null);
    }

    /**
     * {@return this text, compared and ordered by a collation}
     *
     * @param collation the name of a collation that the database knows
     */
    default AnyExpr collate(String collation) {
        return new AnyTerm(new Term.Collated(Terms.of(this), collation), null);
    }

    /** {@return this truth value as a condition} */
    default Condition<Object> isTrue() {
        return new ConditionTerm<>(Terms.of(this));
    }

    /**
     * {@return a condition about this value}
     *
     * @param lookup the name of the lookup, as in {@code gte}
     * @param value what to compare with, as {@link Functions#lookup} takes it
     */
    default Condition<Object> compared(String lookup, @Nullable Object value) {
        return new ConditionTerm<>(new Term.NamedComparison(Terms.of(this), lookup, Functions.operand(value)));
    }

    /** {@return how many rows have a value here; of a relation, how many rows it has} */
    @Override
    default LongAggregate<Object> count() {
        return new LongAggregate<>(
                new Term.NamedAggregate(
                        AggregateFunction.COUNT, Terms.of(this), false, null, Term.AggregateOptions.NONE),
                null);
    }

    @Override
    default LongAggregate<Object> countDistinct() {
        return count().distinct();
    }

    /** {@return the sum over the rows of the relation that the path goes through} */
    default AnyAggregate sum() {
        return aggregate(AggregateFunction.SUM);
    }

    /** {@return the mean over the rows of the relation that the path goes through} */
    default AnyAggregate avg() {
        return aggregate(AggregateFunction.AVG);
    }

    /** {@return the least value over the rows of the relation that the path goes through} */
    default AnyAggregate min() {
        return aggregate(AggregateFunction.MIN);
    }

    /** {@return the greatest value over the rows of the relation that the path goes through} */
    default AnyAggregate max() {
        return aggregate(AggregateFunction.MAX);
    }

    /**
     * {@return this value, or another where it is NULL}
     *
     * @param fallback the other value, or an expression
     * @throws QueryException if this is a count, which never is NULL
     */
    default AnyExpr orElse(Object fallback) {
        if (Terms.of(this) instanceof Term.NamedAggregate aggregate
                && aggregate.function() == AggregateFunction.COUNT) {
            throw new QueryException("A count is never NULL: leave orElse(...) out.");
        }
        Term other = fallback instanceof TermSource source ? source.asTerm() : Literals.of(fallback);
        return new AnyTerm(new Term.NamedCall("coalesce", List.of(Terms.of(this), other), null), null);
    }

    /** {@return the standard deviation of all values} */
    default AnyAggregate stddev() {
        return aggregate(AggregateFunction.STDDEV_POP);
    }

    /** {@return the standard deviation estimated from the values as a sample; NULL of fewer than two} */
    default AnyAggregate stddevSample() {
        return aggregate(AggregateFunction.STDDEV_SAMP);
    }

    /** {@return the variance of all values} */
    default AnyAggregate variance() {
        return aggregate(AggregateFunction.VAR_POP);
    }

    /** {@return the variance estimated from the values as a sample; NULL of fewer than two} */
    default AnyAggregate varianceSample() {
        return aggregate(AggregateFunction.VAR_SAMP);
    }

    /** {@return whether all values are true} */
    default AnyAggregate every() {
        return aggregate(AggregateFunction.BOOL_AND);
    }

    /** {@return whether any value is true} */
    default AnyAggregate some() {
        return aggregate(AggregateFunction.BOOL_OR);
    }

    /**
     * {@return the value below which a part of the values lies, interpolated}
     *
     * @param fraction which part, from 0 to 1; 0.5 gives the median
     */
    default AnyAggregate percentile(double fraction) {
        return aggregate(
                AggregateFunction.PERCENTILE_CONT,
                new Term.AggregateOptions(List.of(Terms.fraction(fraction)), List.of()));
    }

    /**
     * {@return the texts of several rows put together, NULL left out}
     *
     * @param delimiter what stands between two
     */
    default AnyAggregate joined(String delimiter) {
        return aggregate(
                AggregateFunction.STRING_AGG,
                new Term.AggregateOptions(List.of(new Term.Literal(delimiter, ValueType.TEXT)), List.of()));
    }

    @Override
    default TextAggregate<Object> jsonArray() {
        return new TextAggregate<>(aggregate(AggregateFunction.JSON_ARRAYAGG).asTerm(), null);
    }

    private AnyExpr arithmetic(ArithmeticOperator operator, Object operand) {
        Term right = operand instanceof TermSource source ? source.asTerm() : Literals.of(operand);
        return new AnyTerm(new Term.Arithmetic(operator, Terms.of(this), right, ValueType.UNKNOWN), null);
    }

    private AnyAggregate aggregate(AggregateFunction function) {
        return aggregate(function, Term.AggregateOptions.NONE);
    }

    private AnyAggregate aggregate(AggregateFunction function, Term.AggregateOptions options) {
        return new AnyAggregate(new Term.NamedAggregate(function, Terms.of(this), false, null, options), null);
    }
}
