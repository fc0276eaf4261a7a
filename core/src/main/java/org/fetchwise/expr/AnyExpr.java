package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;

/**
 * An expression over paths given as text. It fits every query, and is checked against the entity of the query that it is
 * added to: a wrong name or a wrong type is refused there, before any statement. To compare it, annotate it and use
 * {@link Functions#lookup lookup} with the annotation's name.
 *
 * <p>Operands are other expressions, or values: numbers, texts, dates and times.
 */
public sealed interface AnyExpr extends Expr<Object, Object> permits Field, AnyTerm {
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
     * {@return the quotient of this number and another, with digits after the point also between whole numbers}
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

    /** {@return the number of characters of this text} */
    default AnyExpr length() {
        return call(SqlFunction.LENGTH, ValueType.INTEGER);
    }

    /** {@return this text in lower case} */
    default AnyExpr lower() {
        return call(SqlFunction.LOWER, ValueType.TEXT);
    }

    /** {@return this text in upper case} */
    default AnyExpr upper() {
        return call(SqlFunction.UPPER, ValueType.TEXT);
    }

    /** {@return how many rows have a value here; of a relation, how many rows it has} */
    @Override
    default LongAggregate<Object> count() {
        return new LongAggregate<>(new Term.NamedAggregate(AggregateFunction.COUNT, Terms.of(this), false, null), null);
    }

    @Override
    default LongAggregate<Object> countDistinct() {
        return count().distinct();
    }

    /** {@return the sum over the rows of the relation that the path goes through} */
    default AnyExpr sum() {
        return aggregate(AggregateFunction.SUM);
    }

    /** {@return the mean over the rows of the relation that the path goes through} */
    default AnyExpr avg() {
        return aggregate(AggregateFunction.AVG);
    }

    /** {@return the least value over the rows of the relation that the path goes through} */
    default AnyExpr min() {
        return aggregate(AggregateFunction.MIN);
    }

    /** {@return the greatest value over the rows of the relation that the path goes through} */
    default AnyExpr max() {
        return aggregate(AggregateFunction.MAX);
    }

    private AnyExpr arithmetic(ArithmeticOperator operator, Object operand) {
        Term right = operand instanceof TermSource source ? source.asTerm() : Literals.of(operand);
        return new AnyTerm(new Term.Arithmetic(operator, Terms.of(this), right, ValueType.UNKNOWN), null);
    }

    private AnyExpr call(SqlFunction function, ValueType<?> type) {
        return new AnyTerm(new Term.Call(function, List.of(Terms.of(this)), type), null);
    }

    private AnyExpr aggregate(AggregateFunction function) {
        return new AnyTerm(new Term.NamedAggregate(function, Terms.of(this), false, null), null);
    }
}
