package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.ElementSource;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * A path to at most one row, or a root. To compare with a key, compare the key's column: {@code POST.author().id.eq(1)}
 * needs no join.
 *
 * @param <R> the entity that the path begins at
 * @param <T> the entity that it leads to
 */
public interface ToOne<R, T> extends Fetch<R>, Ref<R, T>, Key<R> {
    /** {@return the description of the entity that this path leads to} */
    EntityMeta<T> asEntity();

    /** {@return how many rows there are at the end of this path; at the root itself, how many rows the query has} */
    LongAggregate<R> count();

    /**
     * {@return whether this is the row of an object}
     *
     * @param object an object that has a key
     * @throws QueryException if it has none yet
     */
    default Condition<R> eq(T object) {
        Term key = Terms.of(this);
        return new ConditionTerm<>(
                new Term.Compare(ComparisonOperator.EQUAL, key, new Term.Literal(keyOf(object), key.type())));
    }

    /**
     * {@return whether this is another row than that of an object}
     *
     * @param object an object that has a key
     * @throws QueryException if it has none yet
     */
    default Condition<R> ne(T object) {
        return eq(object).not();
    }

    /**
     * {@return whether this is the same row as another reference's}
     *
     * @param other the other reference
     * @param <S> the entity that has both
     */
    default <S extends R> Condition<S> eq(Ref<? super S, ? extends T> other) {
        return Terms.compareTerms(ComparisonOperator.EQUAL, this, other);
    }

    /**
     * {@return whether this is another row than another reference's}
     *
     * @param other the other reference
     * @param <S> the entity that has both
     */
    default <S extends R> Condition<S> ne(Ref<? super S, ? extends T> other) {
        return Terms.compareTerms(ComparisonOperator.NOT_EQUAL, this, other);
    }

    /**
     * {@return whether this is the row of one of several objects; of no objects it holds of no row}
     *
     * @param objects objects that have keys
     * @throws QueryException if one has none yet
     */
    default Condition<R> isIn(Collection<? extends T> objects) {
        List<Object> keys = new ArrayList<>(objects.size());
        for (T object : objects) {
            keys.add(keyOf(object));
        }
        return Terms.in(this, keys);
    }

    /**
     * {@return whether this row is among those of a query}
     *
     * @param subquery a query of objects
     */
    default Condition<R> isIn(Entities<? extends T> subquery) {
        return Terms.inQuery(this, subquery);
    }

    /**
     * {@return values of this row as one value, NULL where there is no row} It is asked for in {@code values(...)}, and read with one
     * statement for all rows together.
     *
     * @param values what is given for the row; where its conditions leave it out, there is none
     * @param <V> what is given
     * @throws QueryException if it groups rows or combines queries
     */
    default <V> Expr<R, V> one(Elements<T, V> values) {
        return RelatedTerm.of(((PathSource) this).asPath(), (ElementSource) values);
    }

    /** {@return whether there is no such row} */
    default Condition<R> isNull() {
        return new ConditionTerm<>(new Term.IsNull(Terms.of(this)));
    }

    /** {@return whether there is such a row} */
    default Condition<R> isNotNull() {
        return new ConditionTerm<>(new Term.IsNotNull(Terms.of(this)));
    }

    /**
     * {@return the assignment of an object's row to this relation}
     *
     * @param object an object that has a key
     * @throws QueryException if it has none yet
     */
    default Assignment<R> to(T object) {
        return Assignment.of(this, keyOf(object));
    }

    /** {@return the assignment of no row to this relation} */
    default Assignment<R> toNull() {
        return Assignment.of(this, null);
    }

    private Object keyOf(@Nullable T object) {
        if (object == null) {
            throw new QueryException("'" + this + "' was given null in place of a row of "
                    + asEntity().name() + ": ask isNull() for none, and assign none with toNull().");
        }
        @Nullable Object key = asEntity().keyOf(object);
        if (key == null) {
            throw new QueryException(
                    "Cannot compare " + this + " with a " + asEntity().name() + " that has no key: save it first.");
        }
        return key;
    }
}
