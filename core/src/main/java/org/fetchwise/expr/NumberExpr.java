package org.fetchwise.expr;

import java.util.Arrays;
import java.util.Collection;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlFunction;

/**
 * A number. Literals of any numeric type are compared by value: {@code id.gt(10)} on a long, {@code views.lt(2.5)} on an
 * int.
 *
 * @param <R> the entity whose rows have the number
 * @param <N> the type of the number
 */
public sealed interface NumberExpr<R, N extends Number> extends Expr<R, N> permits WholeExpr, DoubleExpr, DecimalExpr {
    /**
     * {@return whether this number equals another}
     *
     * @param value the other number
     */
    default Condition<R> eq(Number value) {
        return Terms.compareNumber(ComparisonOperator.EQUAL, this, value);
    }

    /**
     * {@return whether this number equals that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both numbers
     */
    default <S extends R> Condition<S> eq(Expr<? super S, ? extends Number> other) {
        return Terms.compareTerms(ComparisonOperator.EQUAL, this, other);
    }

    /**
     * {@return whether this number differs from another}
     * NULL does not: as in SQL, that is unknown. {@code not(eq(value))}, and {@code exclude}, hold of NULL, too; and over a
     * to-many relation they ask whether no related row has the number, where this asks whether one differs.
     *
     * @param value the other number
     */
    default Condition<R> ne(Number value) {
        return Terms.compareNumber(ComparisonOperator.NOT_EQUAL, this, value);
    }

    /**
     * {@return whether this number differs from that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both numbers
     */
    default <S extends R> Condition<S> ne(Expr<? super S, ? extends Number> other) {
        return Terms.compareTerms(ComparisonOperator.NOT_EQUAL, this, other);
    }

    /**
     * {@return whether this number is greater than another}
     *
     * @param value the other number
     */
    default Condition<R> gt(Number value) {
        return Terms.compareNumber(ComparisonOperator.GREATER, this, value);
    }

    /**
     * {@return whether this number is greater than that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both numbers
     */
    default <S extends R> Condition<S> gt(Expr<? super S, ? extends Number> other) {
        return Terms.compareTerms(ComparisonOperator.GREATER, this, other);
    }

    /**
     * {@return whether this number is at least another}
     *
     * @param value the other number
     */
    default Condition<R> ge(Number value) {
        return Terms.compareNumber(ComparisonOperator.GREATER_OR_EQUAL, this, value);
    }

    /**
     * {@return whether this number is at least that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both numbers
     */
    default <S extends R> Condition<S> ge(Expr<? super S, ? extends Number> other) {
        return Terms.compareTerms(ComparisonOperator.GREATER_OR_EQUAL, this, other);
    }

    /**
     * {@return whether this number is less than another}
     *
     * @param value the other number
     */
    default Condition<R> lt(Number value) {
        return Terms.compareNumber(ComparisonOperator.LESS, this, value);
    }

    /**
     * {@return whether this number is less than that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both numbers
     */
    default <S extends R> Condition<S> lt(Expr<? super S, ? extends Number> other) {
        return Terms.compareTerms(ComparisonOperator.LESS, this, other);
    }

    /**
     * {@return whether this number is at most another}
     *
     * @param value the other number
     */
    default Condition<R> le(Number value) {
        return Terms.compareNumber(ComparisonOperator.LESS_OR_EQUAL, this, value);
    }

    /**
     * {@return whether this number is at most that of another expression}
     *
     * @param other the other expression
     * @param <S> the entity that has both numbers
     */
    default <S extends R> Condition<S> le(Expr<? super S, ? extends Number> other) {
        return Terms.compareTerms(ComparisonOperator.LESS_OR_EQUAL, this, other);
    }

    /**
     * {@return whether this number lies between two others or equals one of them}
     *
     * @param low the least number
     * @param high the greatest number
     */
    default Condition<R> between(Number low, Number high) {
        Term term = Terms.of(this);
        return new ConditionTerm<>(new Term.Between(term, Terms.number(term, low), Terms.number(term, high)));
    }

    /**
     * {@return whether this number is among others; of no numbers it holds of no row}
     *
     * @param values the numbers, none of them null
     */
    default Condition<R> isIn(Number... values) {
        return Terms.inNumbers(this, Arrays.asList(values));
    }

    /**
     * {@return whether this number is among others; of no numbers it holds of no row}
     *
     * @param values the numbers, none of them null
     */
    default Condition<R> isIn(Collection<? extends Number> values) {
        return Terms.inNumbers(this, values);
    }

    /**
     * {@return whether this number is among the rows of a query}
     *
     * @param subquery a query of one number a row
     */
    default Condition<R> isIn(Subquery<? extends Number> subquery) {
        return Terms.inQuery(this, subquery);
    }

    /**
     * {@return whether this number is not among others}
     *
     * @param values the numbers, none of them null
     */
    default Condition<R> notIn(Collection<? extends Number> values) {
        return Terms.not(Terms.inNumbers(this, values));
    }

    /**
     * {@return whether this number is not among the rows of a query; NULL among them changes nothing}
     *
     * @param subquery a query of one number a row
     */
    default Condition<R> notIn(Subquery<? extends Number> subquery) {
        return Terms.not(Terms.inQuery(this, subquery));
    }

    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     */
    default DoubleExpr<R> plus(double other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return the sum of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> plus(DoubleExpr<? super S> other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.PLUS, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     */
    default DoubleExpr<R> minus(double other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return this number less another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> minus(DoubleExpr<? super S> other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.MINUS, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     */
    default DoubleExpr<R> times(double other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return the product of this number and another}
     *
     * @param other the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> times(DoubleExpr<? super S> other) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.TIMES, this, other, ValueType.DOUBLE), null);
    }

    /**
     * {@return this number divided by another, as a real number also where both are whole; NULL where the divisor is 0 and
     * the database gives NULL, an error where it refuses}
     *
     * @param divisor the other number
     */
    default DoubleExpr<R> dividedBy(Number divisor) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.DIVIDED_BY, this, divisor, ValueType.DOUBLE), null);
    }

    /**
     * {@return this number divided by another, as a real number also where both are whole}
     *
     * @param divisor the other number
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> dividedBy(NumberExpr<? super S, ?> divisor) {
        return new DoubleTerm<>(Terms.arithmetic(ArithmeticOperator.DIVIDED_BY, this, divisor, ValueType.DOUBLE), null);
    }

    /** {@return this number as a long, what stands behind the point handled as the database does} */
    default LongExpr<R> asLong() {
        return new LongTerm<>(new Term.Cast(Terms.of(this), ValueType.LONG), null);
    }

    /** {@return this number as a double} */
    default DoubleExpr<R> asDouble() {
        return new DoubleTerm<>(new Term.Cast(Terms.of(this), ValueType.DOUBLE), null);
    }

    /** {@return the mean value; NULL of no rows} */
    default DoubleAggregate<R> avg() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.AVG, this, ValueType.DOUBLE), null);
    }

    /** {@return the square root} */
    default DoubleExpr<R> sqrt() {
        return new DoubleTerm<>(Terms.call(SqlFunction.SQRT, this), null);
    }

    /** {@return e to the power of this number} */
    default DoubleExpr<R> exp() {
        return new DoubleTerm<>(Terms.call(SqlFunction.EXP, this), null);
    }

    /** {@return the natural logarithm} */
    default DoubleExpr<R> ln() {
        return new DoubleTerm<>(Terms.call(SqlFunction.LN, this), null);
    }

    /** {@return the sine of this angle in radians} */
    default DoubleExpr<R> sin() {
        return new DoubleTerm<>(Terms.call(SqlFunction.SIN, this), null);
    }

    /** {@return the cosine of this angle in radians} */
    default DoubleExpr<R> cos() {
        return new DoubleTerm<>(Terms.call(SqlFunction.COS, this), null);
    }

    /** {@return the tangent of this angle in radians} */
    default DoubleExpr<R> tan() {
        return new DoubleTerm<>(Terms.call(SqlFunction.TAN, this), null);
    }

    /** {@return the cotangent of this angle in radians} */
    default DoubleExpr<R> cot() {
        return new DoubleTerm<>(Terms.call(SqlFunction.COT, this), null);
    }

    /** {@return the angle whose sine this is, in radians} */
    default DoubleExpr<R> asin() {
        return new DoubleTerm<>(Terms.call(SqlFunction.ASIN, this), null);
    }

    /** {@return the angle whose cosine this is, in radians} */
    default DoubleExpr<R> acos() {
        return new DoubleTerm<>(Terms.call(SqlFunction.ACOS, this), null);
    }

    /** {@return the angle whose tangent this is, in radians} */
    default DoubleExpr<R> atan() {
        return new DoubleTerm<>(Terms.call(SqlFunction.ATAN, this), null);
    }

    /** {@return this angle, given in radians, in degrees} */
    default DoubleExpr<R> degrees() {
        return new DoubleTerm<>(Terms.call(SqlFunction.DEGREES, this), null);
    }

    /** {@return this angle, given in degrees, in radians} */
    default DoubleExpr<R> radians() {
        return new DoubleTerm<>(Terms.call(SqlFunction.RADIANS, this), null);
    }

    /**
     * {@return this number to a power}
     *
     * @param exponent the exponent
     */
    default DoubleExpr<R> power(Number exponent) {
        return new DoubleTerm<>(Terms.call(SqlFunction.POWER, this, exponent), null);
    }

    /**
     * {@return the logarithm of this number}
     *
     * @param base the base
     */
    default DoubleExpr<R> log(Number base) {
        return new DoubleTerm<>(Terms.call(SqlFunction.LOG, base, this), null);
    }

    /**
     * {@return the angle of the point with this height and another expression's width, in radians}
     *
     * @param width the width
     * @param <S> the entity that has both numbers
     */
    default <S extends R> DoubleExpr<S> atan2(NumberExpr<? super S, ?> width) {
        return new DoubleTerm<>(Terms.call(SqlFunction.ATAN2, this, width), null);
    }

    /** {@return this number as the database writes it} */
    default StringExpr<R> asText() {
        return new StringTerm<>(new Term.Cast(Terms.of(this), ValueType.TEXT), null);
    }

    /**
     * {@return this number as a decimal}
     *
     * @param precision how many digits it has at most
     * @param scale how many of them stand after the point
     */
    default DecimalExpr<R> asDecimal(int precision, int scale) {
        return new DecimalTerm<>(new Term.Cast(Terms.of(this), ValueType.DECIMAL, precision, scale), null);
    }

    /** {@return the standard deviation of all values} */
    default DoubleAggregate<R> stddev() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.STDDEV_POP, this, ValueType.DOUBLE), null);
    }

    /** {@return the standard deviation estimated from the values as a sample; NULL of fewer than two} */
    default DoubleAggregate<R> stddevSample() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.STDDEV_SAMP, this, ValueType.DOUBLE), null);
    }

    /** {@return the variance of all values} */
    default DoubleAggregate<R> variance() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.VAR_POP, this, ValueType.DOUBLE), null);
    }

    /** {@return the variance estimated from the values as a sample; NULL of fewer than two} */
    default DoubleAggregate<R> varianceSample() {
        return new DoubleAggregate<>(Terms.aggregate(AggregateFunction.VAR_SAMP, this, ValueType.DOUBLE), null);
    }

    /** {@return the value in the middle of all values, interpolated} */
    default DoubleAggregate<R> median() {
        return percentile(0.5);
    }

    /**
     * {@return the value below which a part of the values lies, interpolated}
     *
     * @param fraction which part, from 0 to 1
     */
    default DoubleAggregate<R> percentile(double fraction) {
        Term part = Terms.fraction(fraction);
        return new DoubleAggregate<>(
                Terms.aggregate(AggregateFunction.PERCENTILE_CONT, this, ValueType.DOUBLE, part), null);
    }

    @Override
    NumberExpr<R, N> named(String name);
}
