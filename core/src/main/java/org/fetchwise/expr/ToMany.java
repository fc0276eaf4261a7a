package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.ElementSource;
import org.fetchwise.query.Path;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.Term;
import org.fetchwise.query.Term.Quantifier;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * A path to any number of rows. Conditions in its arguments are written on the target's own root and speak of one row at a
 * time.
 *
 * @param <R> the entity that the path begins at
 * @param <T> the entity that it leads to
 */
public interface ToMany<R, T> extends Fetch<R> {
    /** {@return the description of the entity that this path leads to} */
    EntityMeta<T> asEntity();

    /** {@return how many rows there are, for each row of the root} */
    LongAggregate<R> count();

    /**
     * {@return how many rows fulfil a condition, for each row of the root}
     *
     * @param condition a condition on one row
     */
    default LongAggregate<R> count(Condition<? super T> condition) {
        return new LongAggregate<>(((EntityPath<?, ?>) this).rowCount(Terms.of(condition)), null);
    }

    /** {@return whether there is a row} */
    default Condition<R> any() {
        return quantified(Quantifier.ANY, null);
    }

    /**
     * {@return whether some row fulfils a condition}
     *
     * @param condition a condition on one row
     */
    default Condition<R> any(Condition<? super T> condition) {
        return quantified(Quantifier.ANY, Terms.of(condition));
    }

    /** {@return whether there is no row} */
    default Condition<R> none() {
        return quantified(Quantifier.NONE, null);
    }

    /**
     * {@return whether no row fulfils a condition}
     *
     * @param condition a condition on one row
     */
    default Condition<R> none(Condition<? super T> condition) {
        return quantified(Quantifier.NONE, Terms.of(condition));
    }

    /**
     * {@return whether every row fulfils a condition; of no rows this holds}
     *
     * @param condition a condition on one row
     */
    default Condition<R> all(Condition<? super T> condition) {
        return quantified(Quantifier.ALL, Terms.of(condition));
    }

    /**
     * {@return a value of each row, as a list} It is asked for in {@code values(...)}, and read with one statement for all rows
     * together.
     *
     * @param element the value, of one row
     * @param <V> the type of the value
     */
    default <V> Expr<R, List<V>> list(Expr<? super T, V> element) {
        Path path = ((PathSource) this).asPath();
        return RelatedTerm.of(path, RelatedTerm.Only.of(path, element));
    }

    /**
     * {@return values of the rows, as a list} It is asked for in {@code values(...)}, and read with one statement for all rows
     * together. Its conditions, order and slice are about the rows of each row by itself.
     *
     * @param elements what is given for each row, of which rows, and in which order
     * @param <V> what is given for each row
     * @throws QueryException if it groups rows or combines queries
     */
    default <V> Expr<R, List<V>> list(Elements<T, V> elements) {
        return RelatedTerm.of(((PathSource) this).asPath(), (ElementSource) elements);
    }

    /**
     * {@return a value of the first of the rows, NULL where there is none} It is a value like any other: to filter and to order by, to
     * annotate and to calculate with.
     *
     * @param rows which rows, and in which order; without one the least key is the first. An offset leaves out some
     * @param value the value, of one row
     * @param <V> the type of the value
     * @throws QueryException if the rows are combined, or given once for equal values
     */
    default <V> ValueExpr<R, V> first(Entities<T> rows, Expr<? super T, V> value) {
        return new ValueTerm<>(FirstRow.value(((PathSource) this).asPath(), Terms.query(rows), value), null);
    }

    /**
     * {@return whether an object is among the rows}
     *
     * @param object an object that has a key
     * @throws QueryException if it has none yet
     */
    default Condition<R> contains(T object) {
        Object key = asEntity().keyOf(object);
        if (key == null) {
            throw new QueryException(
                    "Cannot look for a " + asEntity().name() + " that has no key in " + this + ": save it first.");
        }
        Term column = Term.key(Path.of(asEntity()));
        return quantified(
                Quantifier.ANY,
                new Term.Compare(ComparisonOperator.EQUAL, column, new Term.Literal(key, column.type())));
    }

    private Condition<R> quantified(Quantifier quantifier, @Nullable Term condition) {
        return new ConditionTerm<>(new Term.Quantified(quantifier, ((PathSource) this).asPath(), condition));
    }
}
