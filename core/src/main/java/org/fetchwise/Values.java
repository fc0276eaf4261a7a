package org.fetchwise;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.Elements;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Ordering;
import org.fetchwise.query.ElementSource;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.sql.SetOperator;
import org.jspecify.annotations.Nullable;

/**
 * A query of values instead of objects. Immutable like a {@link QuerySet}, and safe to share.
 *
 * @param <T> the entity
 * @param <V> what is given for each row
 */
@SuppressWarnings("exports") // what it is inside is for the library
public sealed class Values<T, V> implements Iterable<V>, Elements<T, V>, ElementSource
        permits Fields2, Fields3, Fields4, Fields5, Fields6, Fields7, Fields8, Fields9, Fields10, Fields11, Fields12 {
    private final QueryState<T> state;
    private final RowMapping<V> mapping;

    Values(QueryState<T> state, RowMapping<V> mapping) {
        this.state = state;
        this.mapping = mapping;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value has the expression's type, and is null where that says so
    static <T, A> Values<T, A> scalar(QueryState<T> state, Expr<? super T, A> value) {
        return new Values<>(state, values -> (A) values[0]);
    }

    static <T, A> Values<T, A> beginnings(QueryState<T> state, Class<A> type) {
        return new Values<>(state, values -> type.cast(Objects.requireNonNull(values[0])));
    }

    static <T> RowMapping<Row> rowOf(QueryState<T> state) {
        List<Projection.Item> items = ((Projection.Values) state.query().projection()).items();
        return values -> new Row(items, values);
    }

    final <W> Values<T, W> mapped(RowMapping<W> changed) {
        return new Values<>(state, new NamedMapping<>(state, changed));
    }

    /**
     * {@return the rows of this query and of another, each once}
     *
     * @param other a query of as many values, of any entity
     */
    public final Values<T, V> union(Values<?, ? extends V> other) {
        return union(other, Duplicates.ONCE);
    }

    /**
     * {@return the rows of this query and of another} What combines queries can be ordered by its values, sliced, counted and
     * combined again.
     *
     * @param other a query of as many values, of any entity
     * @param duplicates what becomes of rows that are in both
     */
    public final Values<T, V> union(Values<?, ? extends V> other, Duplicates duplicates) {
        return with(Sets.combine(state.query(), SetOperator.UNION, duplicates, other.asQuery()));
    }

    /**
     * {@return the rows that are in this query and in another, each once}
     *
     * @param other a query of as many values, of any entity
     */
    public final Values<T, V> intersection(Values<?, ? extends V> other) {
        return intersection(other, Duplicates.ONCE);
    }

    /**
     * {@return the rows that are in this query and in another}
     *
     * @param other a query of as many values, of any entity
     * @param duplicates whether a row that is in both several times is given as often
     */
    public final Values<T, V> intersection(Values<?, ? extends V> other, Duplicates duplicates) {
        return with(Sets.combine(state.query(), SetOperator.INTERSECT, duplicates, other.asQuery()));
    }

    /**
     * {@return the rows that are in this query and not in another, each once}
     *
     * @param other a query of as many values, of any entity
     */
    public final Values<T, V> difference(Values<?, ? extends V> other) {
        return difference(other, Duplicates.ONCE);
    }

    /**
     * {@return the rows that are in this query and not in another}
     *
     * @param other a query of as many values, of any entity
     * @param duplicates whether a row is left out only as often as it is in the other one
     */
    public final Values<T, V> difference(Values<?, ? extends V> other, Duplicates duplicates) {
        return with(Sets.combine(state.query(), SetOperator.EXCEPT, duplicates, other.asQuery()));
    }

    /**
     * {@return this query with named values that serve other calls, and stand in no row}
     *
     * @param values the values
     */
    public final Values<T, V> aliasAll(Collection<? extends Expr<? super T, ?>> values) {
        return with(QueryBuilding.annotate(state.query(), values, false));
    }

    /**
     * {@return one row of aggregates over the rows of this query}
     *
     * @param values the aggregates, each with a name of its own
     */
    public final Row aggregateAll(Collection<? extends Expr<? super T, ?>> values) {
        return state.database()
                .totals(state.with(Aggregation.totals(state.query(), values)))
                .row();
    }

    private Values<T, V> with(Query changed) {
        return new Values<>(state.with(changed), mapping);
    }

    /**
     * {@return these rows, each as something else}
     *
     * @param mapper makes the other thing
     * @param <W> its type
     */
    public final <W> Values<T, W> map(Function<? super V, ? extends W> mapper) {
        return new Values<>(state, values -> mapper.apply(mapping.map(values)));
    }

    /**
     * {@return the rows that fulfil a condition}
     *
     * @param a the condition
     */
    public final Values<T, V> filter(Condition<? super T> a) {
        return filterAll(List.<Condition<? super T>>of(a));
    }

    /**
     * {@return the rows that fulfil both conditions}
     *
     * @param a a condition
     * @param b a condition
     */
    public final Values<T, V> filter(Condition<? super T> a, Condition<? super T> b) {
        return filterAll(List.<Condition<? super T>>of(a, b));
    }

    /**
     * {@return the rows that fulfil all conditions}
     *
     * @param conditions the conditions
     */
    public final Values<T, V> filterAll(Collection<? extends Condition<? super T>> conditions) {
        return with(QueryBuilding.filter(state.query(), conditions));
    }

    /** {@return the same rows in no order, not even the default one} */
    public final Values<T, V> orderBy() {
        return orderByAll(List.<Ordering<? super T>>of());
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param a the order
     */
    public final Values<T, V> orderBy(Ordering<? super T> a) {
        return orderByAll(List.<Ordering<? super T>>of(a));
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param a the first term of the order
     * @param b the second term of the order
     */
    public final Values<T, V> orderBy(Ordering<? super T> a, Ordering<? super T> b) {
        return orderByAll(List.<Ordering<? super T>>of(a, b));
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param orders the terms of the order; none means no order
     */
    public final Values<T, V> orderByAll(Collection<? extends Ordering<? super T>> orders) {
        return with(QueryBuilding.orderBy(state.query(), orders));
    }

    /**
     * {@return the rows that do not fulfil all conditions together}
     *
     * @param conditions the conditions
     */
    public final Values<T, V> excludeAll(Collection<? extends Condition<? super T>> conditions) {
        return with(QueryBuilding.exclude(state.query(), conditions));
    }

    /** {@return no rows, without asking the database} */
    public final Values<T, V> none() {
        return with(state.query().empty());
    }

    /**
     * {@return other values of the same rows}
     *
     * @param values the values
     */
    public final Values<T, Row> valuesAll(Collection<? extends Expr<? super T, ?>> values) {
        QueryState<T> other = state.with(QueryBuilding.values(state.query(), values));
        return new Values<>(other, rowOf(other));
    }

    /** {@return the same rows in the opposite order} */
    public final Values<T, V> reverse() {
        return with(QueryBuilding.reverse(state.query()));
    }

    /**
     * {@return the same rows with one more value, each as a row}
     *
     * @param a the value
     */
    public final Values<T, Row> annotate(Expr<? super T, ?> a) {
        return annotateAll(List.<Expr<? super T, ?>>of(a));
    }

    /**
     * {@return the same rows with more values, each as a row}
     *
     * @param a a value
     * @param b a value
     */
    public final Values<T, Row> annotate(Expr<? super T, ?> a, Expr<? super T, ?> b) {
        return annotateAll(List.<Expr<? super T, ?>>of(a, b));
    }

    /**
     * {@return the same rows with more values, each as a row}
     *
     * @param values the values
     */
    public final Values<T, Row> annotateAll(Collection<? extends Expr<? super T, ?>> values) {
        QueryState<T> more = state.with(QueryBuilding.moreValues(state.query(), values));
        return new Values<>(more, rowOf(more));
    }

    /** {@return the same rows, equal ones given once} */
    public final Values<T, V> distinct() {
        return with(QueryBuilding.distinct(state.query()));
    }

    /**
     * {@return at most so many of the rows}
     *
     * @param rows the greatest number of rows, not negative
     */
    public final Values<T, V> limit(int rows) {
        return with(QueryBuilding.limit(state.query(), rows));
    }

    /**
     * {@return the rows without the first ones}
     *
     * @param rows how many to leave out, not negative
     */
    public final Values<T, V> offset(int rows) {
        return with(QueryBuilding.offset(state.query(), rows));
    }

    /**
     * {@return the rows from one position to another}
     *
     * @param from the position of the first row, counted from 0
     * @param to the position behind the last row; nothing is taken if that is not behind {@code from}
     */
    public final Values<T, V> slice(int from, int to) {
        return with(QueryBuilding.slice(state.query(), from, to));
    }

    /** {@return the rows, in a list that cannot be changed; a scalar that is NULL is null in it} */
    public final List<V> list() {
        return state.database().values(state, "list", mapping);
    }

    /** {@return the rows one after another, in constant memory; it holds a connection until it is closed} */
    public final Stream<V> stream() {
        return state.database().streamValues(state, mapping);
    }

    /** {@return the rows, as {@link #list} gives them} */
    @Override
    public final Iterator<V> iterator() {
        return list().iterator();
    }

    /** {@return the first row, empty where there is none or its only value is NULL} */
    public final Optional<V> first() {
        Query query = QueryBuilding.inDefiniteOrder(state.query());
        List<V> rows =
                state.database().values(state.with(query.withSlice(query.slice().limited(1))), "first", mapping);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /** {@return the last row, empty where there is none or its only value is NULL} */
    public final Optional<V> last() {
        Query query = QueryBuilding.inDefiniteOrder(state.query());
        if (!query.slice().isEverything()) {
            throw new QueryException(
                    "The last row of a slice is not supported: turn the order round with reverse() before"
                            + " the slice, and take first().\nin query: " + query);
        }
        return new Values<>(state.with(query.inReverse()), mapping).first();
    }

    /**
     * {@return the row at a position; null where its only value is NULL}
     *
     * @param position the position, counted from 0
     * @throws NotFoundException if there are fewer rows
     */
    public final V at(int position) {
        if (position < 0) {
            throw new QueryException("at takes a position counted from 0. To count from the end, turn the order round"
                    + " with reverse().\nin query: " + state.query());
        }
        Query query = QueryBuilding.offset(state.query(), position);
        List<V> rows =
                state.database().values(state.with(query.withSlice(query.slice().limited(1))), "at", mapping);
        if (rows.isEmpty()) {
            throw new NotFoundException("There is no row at position " + position + ".\nin query: " + state.query());
        }
        return rows.get(0);
    }

    /**
     * {@return the first row and then every so many-th, or with a negative step the last one and so on to the first}
     *
     * @param step how far one is from the next, not 0
     */
    public final List<V> every(int step) {
        Stepping.require(state.query(), step);
        return Stepping.every(list(), step);
    }

    /**
     * {@return the row that comes first by some values, whatever the order of the query is}
     *
     * @param orders what to order by, at least one
     * @throws NotFoundException if there is no row
     */
    public final V earliestAll(Collection<? extends Ordering<? super T>> orders) {
        return extreme("earliest", orders, false);
    }

    /**
     * {@return the row that comes last by some values, whatever the order of the query is}
     *
     * @param orders what to order by, at least one
     * @throws NotFoundException if there is no row
     */
    public final V latestAll(Collection<? extends Ordering<? super T>> orders) {
        return extreme("latest", orders, true);
    }

    private V extreme(String terminal, Collection<? extends Ordering<? super T>> orders, boolean greatest) {
        Query ordered = QueryBuilding.byExtreme(state.query(), terminal, orders);
        Query query = greatest ? ordered.inReverse() : ordered;
        List<V> rows =
                state.database().values(state.with(query.withSlice(query.slice().limited(1))), terminal, mapping);
        if (rows.isEmpty()) {
            throw new NotFoundException("No row to take the " + terminal + " of. Use orderBy(...).first() where there"
                    + " may be none.\nin query: " + state.query());
        }
        return rows.get(0);
    }

    /**
     * {@return the only row}
     *
     * @throws org.fetchwise.error.NotFoundException if there is none
     * @throws org.fetchwise.error.MultipleFoundException if there is more than one
     */
    public final V get() {
        Query query = state.query();
        List<V> rows =
                state.database().values(state.with(query.withSlice(query.slice().limited(2))), "get", mapping);
        if (rows.isEmpty()) {
            throw new NotFoundException("No row fulfils the conditions.\nin query: " + query);
        }
        if (rows.size() > 1) {
            throw new MultipleFoundException(
                    "More than one row fulfils the conditions. Narrow them, or take first().\nin query: " + query);
        }
        return rows.get(0);
    }

    /** {@return how many rows there are} */
    public final long count() {
        return state.database().count(state);
    }

    /** {@return whether there is a row} */
    public final boolean exists() {
        return state.database().exists(state);
    }

    /** {@return every stage of this query on its way to SQL, as text} */
    public final String explain() {
        return state.database().explain(state.query());
    }

    @Override
    public final Query asQuery() {
        return state.query();
    }

    @Override
    @SuppressWarnings("NullAway") // the element is null where the type says so
    public final Object elementOf(@Nullable Object[] values) {
        return mapping.map(values);
    }

    /** {@return the query as calls on a queryset; never its rows} */
    @Override
    public final String toString() {
        return state.query().toString();
    }
}
