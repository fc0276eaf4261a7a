package org.fetchwise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fetchwise.expr.Assignment;
import org.fetchwise.expr.Column;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.expr.Entities;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Fetch;
import org.fetchwise.expr.Key;
import org.fetchwise.expr.Ordering;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.sql.Lock;

/**
 * A query of objects: an immutable value, safe to share between threads and to keep for ever. Methods that describe return a
 * new queryset and touch no database; methods that give something ({@link #list}, {@link #first}, {@link #count}, ...) run
 * one query each time they are called. The names are Django's where the meaning is Django's.
 *
 * <p>A repository is an interface that extends this one; its default methods are custom query methods, and they chain:
 *
 * <pre>{@code
 * public interface Posts extends QuerySet<Post, Posts> {
 *     default Posts published() {
 *         return filter(POST.published);
 *     }
 * }
 * }</pre>
 *
 * @param <T> the entity
 * @param <Q> the interface itself
 */
public interface QuerySet<T, Q extends QuerySet<T, Q>>
        extends Selectable<T>, Aggregating<T>, Entities<T>, Writable<T>, Iterable<T> {
    /**
     * {@return the rows that fulfil all these conditions; those on one to-many path speak of the same related row, unless they come in separate calls}
     *
     * @param a a condition
     */
    default Q filter(Condition<? super T> a) {
        return filterAll(List.<Condition<? super T>>of(a));
    }

    /**
     * {@return the rows that fulfil all these conditions; those on one to-many path speak of the same related row, unless they come in separate calls}
     *
     * @param a a condition
     * @param b a condition
     */
    default Q filter(Condition<? super T> a, Condition<? super T> b) {
        return filterAll(List.<Condition<? super T>>of(a, b));
    }

    /**
     * {@return the rows that fulfil all these conditions; those on one to-many path speak of the same related row, unless they come in separate calls}
     *
     * @param a a condition
     * @param b a condition
     * @param c a condition
     */
    default Q filter(Condition<? super T> a, Condition<? super T> b, Condition<? super T> c) {
        return filterAll(List.<Condition<? super T>>of(a, b, c));
    }

    /**
     * {@return the rows that fulfil all these conditions; those on one to-many path speak of the same related row, unless they come in separate calls}
     *
     * @param a a condition
     * @param b a condition
     * @param c a condition
     * @param d a condition
     */
    default Q filter(Condition<? super T> a, Condition<? super T> b, Condition<? super T> c, Condition<? super T> d) {
        return filterAll(List.<Condition<? super T>>of(a, b, c, d));
    }

    /**
     * {@return the rows that fulfil all these conditions}
     *
     * @param conditions the conditions; none keeps every row
     */
    Q filterAll(Collection<? extends Condition<? super T>> conditions);

    /**
     * {@return the rows that do not fulfil all these conditions}
     *
     * @param a a condition
     */
    default Q exclude(Condition<? super T> a) {
        return excludeAll(List.<Condition<? super T>>of(a));
    }

    /**
     * {@return the rows that do not fulfil all these conditions}
     *
     * @param a a condition
     * @param b a condition
     */
    default Q exclude(Condition<? super T> a, Condition<? super T> b) {
        return excludeAll(List.<Condition<? super T>>of(a, b));
    }

    /**
     * {@return the rows that do not fulfil all these conditions}
     *
     * @param a a condition
     * @param b a condition
     * @param c a condition
     */
    default Q exclude(Condition<? super T> a, Condition<? super T> b, Condition<? super T> c) {
        return excludeAll(List.<Condition<? super T>>of(a, b, c));
    }

    /**
     * {@return the rows that do not fulfil all these conditions}
     *
     * @param a a condition
     * @param b a condition
     * @param c a condition
     * @param d a condition
     */
    default Q exclude(Condition<? super T> a, Condition<? super T> b, Condition<? super T> c, Condition<? super T> d) {
        return excludeAll(List.<Condition<? super T>>of(a, b, c, d));
    }

    /**
     * {@return the rows that do not fulfil all these conditions}
     *
     * @param conditions the conditions; none keeps every row
     */
    Q excludeAll(Collection<? extends Condition<? super T>> conditions);

    /**
     * {@return the same rows, each object with further values, which the expressions read back with {@code of}}
     *
     * @param a a value
     */
    default Q annotate(Expr<? super T, ?> a) {
        return annotateAll(List.<Expr<? super T, ?>>of(a));
    }

    /**
     * {@return the same rows, each object with further values, which the expressions read back with {@code of}}
     *
     * @param a a value
     * @param b a value
     */
    default Q annotate(Expr<? super T, ?> a, Expr<? super T, ?> b) {
        return annotateAll(List.<Expr<? super T, ?>>of(a, b));
    }

    /**
     * {@return the same rows, each object with further values, which the expressions read back with {@code of}}
     *
     * @param a a value
     * @param b a value
     * @param c a value
     */
    default Q annotate(Expr<? super T, ?> a, Expr<? super T, ?> b, Expr<? super T, ?> c) {
        return annotateAll(List.<Expr<? super T, ?>>of(a, b, c));
    }

    /**
     * {@return the same rows, each object with further values, which the expressions read back with {@code of}}
     *
     * @param a a value
     * @param b a value
     * @param c a value
     * @param d a value
     */
    default Q annotate(Expr<? super T, ?> a, Expr<? super T, ?> b, Expr<? super T, ?> c, Expr<? super T, ?> d) {
        return annotateAll(List.<Expr<? super T, ?>>of(a, b, c, d));
    }

    /**
     * {@return the same rows, each object with further values, which the expressions read back with {@code of}}
     *
     * @param a a value
     * @param b a value
     * @param c a value
     * @param d a value
     * @param e a value
     */
    default Q annotate(
            Expr<? super T, ?> a,
            Expr<? super T, ?> b,
            Expr<? super T, ?> c,
            Expr<? super T, ?> d,
            Expr<? super T, ?> e) {
        return annotateAll(List.<Expr<? super T, ?>>of(a, b, c, d, e));
    }

    /**
     * {@return the same rows, each object with further values, which the expressions read back with {@code of}}
     *
     * @param a a value
     * @param b a value
     * @param c a value
     * @param d a value
     * @param e a value
     * @param f a value
     */
    default Q annotate(
            Expr<? super T, ?> a,
            Expr<? super T, ?> b,
            Expr<? super T, ?> c,
            Expr<? super T, ?> d,
            Expr<? super T, ?> e,
            Expr<? super T, ?> f) {
        return annotateAll(List.<Expr<? super T, ?>>of(a, b, c, d, e, f));
    }

    /**
     * {@return the same rows, each object with further values, which the expressions read back with {@code of}}
     *
     * @param values the values
     */
    Q annotateAll(Collection<? extends Expr<? super T, ?>> values);

    /**
     * {@return this queryset with a named value that serves other calls, and is not given back with each object}
     *
     * @param value the value
     */
    default Q alias(Expr<? super T, ?> value) {
        return aliasAll(List.<Expr<? super T, ?>>of(value));
    }

    /**
     * {@return this queryset with named values that serve other calls, and are not given back with each object}
     *
     * @param values the values
     */
    Q aliasAll(Collection<? extends Expr<? super T, ?>> values);

    /**
     * {@return the rows put together in groups of equal values, of which {@code values(...)} selects keys and aggregates}
     *
     * @param a what makes a group: a column, a path or any value of a row
     */
    default Grouped<T> groupBy(Key<? super T> a) {
        return groupByAll(List.<Key<? super T>>of(a));
    }

    /**
     * {@return the rows put together in groups of equal values}
     *
     * @param a what makes a group
     * @param b what else makes a group
     */
    default Grouped<T> groupBy(Key<? super T> a, Key<? super T> b) {
        return groupByAll(List.<Key<? super T>>of(a, b));
    }

    /**
     * {@return the rows put together in groups of equal values}
     *
     * @param keys what makes a group; none puts all rows into one
     */
    Grouped<T> groupByAll(Collection<? extends Key<? super T>> keys);

    /**
     * {@return the rows of this queryset, read like a table} In a statement they stand once, under a name, however often it
     * reads them, as a common table expression. What is called on the result is about these rows: of a slice, of combined
     * querysets, and of annotations, which are columns now. They have the columns that are read with an object, or those
     * of {@code only(...)}, and keep their order.
     *
     * @param name the name within the statement: letters, digits and underscores
     * @throws org.fetchwise.error.QueryException if the name has others, or the rows are locked
     */
    Q asTable(String name);

    /**
     * {@return the objects of this queryset and of another, each once}
     *
     * @param other the other queryset
     */
    default Q union(QuerySet<T, ?> other) {
        return union(other, Duplicates.ONCE);
    }

    /**
     * {@return the objects of this queryset and of another} What combines querysets can be ordered by columns of the entity,
     * sliced, counted and combined again; {@code values(...)} then compares the values alone.
     *
     * @param other the other queryset
     * @param duplicates what becomes of objects that are in both
     */
    Q union(QuerySet<T, ?> other, Duplicates duplicates);

    /**
     * {@return the objects that are in this queryset and in another, each once}
     *
     * @param other the other queryset
     */
    default Q intersection(QuerySet<T, ?> other) {
        return intersection(other, Duplicates.ONCE);
    }

    /**
     * {@return the objects that are in this queryset and in another}
     *
     * @param other the other queryset
     * @param duplicates whether an object that is in both several times is given as often
     */
    Q intersection(QuerySet<T, ?> other, Duplicates duplicates);

    /**
     * {@return the objects that are in this queryset and not in another, each once}
     *
     * @param other the other queryset
     */
    default Q difference(QuerySet<T, ?> other) {
        return difference(other, Duplicates.ONCE);
    }

    /**
     * {@return the objects that are in this queryset and not in another}
     *
     * @param other the other queryset
     * @param duplicates whether an object is left out only as often as it is in the other one
     */
    Q difference(QuerySet<T, ?> other, Duplicates duplicates);

    /** {@return the same rows in no order, not even the default one} */
    default Q orderBy() {
        return orderByAll(List.<Ordering<? super T>>of());
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param a a term of the order
     */
    default Q orderBy(Ordering<? super T> a) {
        return orderByAll(List.<Ordering<? super T>>of(a));
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param a a term of the order
     * @param b a term of the order
     */
    default Q orderBy(Ordering<? super T> a, Ordering<? super T> b) {
        return orderByAll(List.<Ordering<? super T>>of(a, b));
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param a a term of the order
     * @param b a term of the order
     * @param c a term of the order
     */
    default Q orderBy(Ordering<? super T> a, Ordering<? super T> b, Ordering<? super T> c) {
        return orderByAll(List.<Ordering<? super T>>of(a, b, c));
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param a a term of the order
     * @param b a term of the order
     * @param c a term of the order
     * @param d a term of the order
     */
    default Q orderBy(Ordering<? super T> a, Ordering<? super T> b, Ordering<? super T> c, Ordering<? super T> d) {
        return orderByAll(List.<Ordering<? super T>>of(a, b, c, d));
    }

    /**
     * {@return the same rows in an order that replaces any other}
     *
     * @param orders the terms of the order; none means no order, not even the default one
     */
    Q orderByAll(Collection<? extends Ordering<? super T>> orders);

    /**
     * {@return the same objects, with those at the end of to-one paths read in the same statement}
     *
     * @param a a path
     */
    default Q selectRelated(ToOne<? super T, ?> a) {
        return selectRelatedAll(List.<ToOne<? super T, ?>>of(a));
    }

    /**
     * {@return the same objects, with those at the end of to-one paths read in the same statement}
     *
     * @param a a path
     * @param b a path
     */
    default Q selectRelated(ToOne<? super T, ?> a, ToOne<? super T, ?> b) {
        return selectRelatedAll(List.<ToOne<? super T, ?>>of(a, b));
    }

    /**
     * {@return the same objects, with those at the end of to-one paths read in the same statement}
     *
     * @param a a path
     * @param b a path
     * @param c a path
     */
    default Q selectRelated(ToOne<? super T, ?> a, ToOne<? super T, ?> b, ToOne<? super T, ?> c) {
        return selectRelatedAll(List.<ToOne<? super T, ?>>of(a, b, c));
    }

    /**
     * {@return the same objects, with those at the end of to-one paths read in the same statement}
     *
     * @param a a path
     * @param b a path
     * @param c a path
     * @param d a path
     */
    default Q selectRelated(
            ToOne<? super T, ?> a, ToOne<? super T, ?> b, ToOne<? super T, ?> c, ToOne<? super T, ?> d) {
        return selectRelatedAll(List.<ToOne<? super T, ?>>of(a, b, c, d));
    }

    /**
     * {@return the same objects, with those at the end of to-one paths read in the same statement}
     *
     * @param paths the paths
     */
    Q selectRelatedAll(Collection<? extends ToOne<? super T, ?>> paths);

    /** {@return this queryset with every relation that always has an object read in the same statement, and theirs} */
    Q selectRelated();

    /** {@return this queryset without the relations that were to be read in the same statement} */
    Q clearSelectRelated();

    /** {@return this queryset without the relations that were to be prefetched} */
    Q clearPrefetchRelated();

    /** {@return this queryset with all columns again, whatever only and defer have chosen} */
    Q clearDefer();

    /**
     * {@return the same objects, with related ones loaded by one further query for each relation}
     *
     * @param a a path, or a prefetch with a queryset of its own
     */
    default Q prefetchRelated(Fetch<? super T> a) {
        return prefetchRelatedAll(List.<Fetch<? super T>>of(a));
    }

    /**
     * {@return the same objects, with related ones loaded by one further query for each relation}
     *
     * @param a a path, or a prefetch with a queryset of its own
     * @param b a path, or a prefetch with a queryset of its own
     */
    default Q prefetchRelated(Fetch<? super T> a, Fetch<? super T> b) {
        return prefetchRelatedAll(List.<Fetch<? super T>>of(a, b));
    }

    /**
     * {@return the same objects, with related ones loaded by one further query for each relation}
     *
     * @param a a path, or a prefetch with a queryset of its own
     * @param b a path, or a prefetch with a queryset of its own
     * @param c a path, or a prefetch with a queryset of its own
     */
    default Q prefetchRelated(Fetch<? super T> a, Fetch<? super T> b, Fetch<? super T> c) {
        return prefetchRelatedAll(List.<Fetch<? super T>>of(a, b, c));
    }

    /**
     * {@return the same objects, with related ones loaded by one further query for each relation}
     *
     * @param a a path, or a prefetch with a queryset of its own
     * @param b a path, or a prefetch with a queryset of its own
     * @param c a path, or a prefetch with a queryset of its own
     * @param d a path, or a prefetch with a queryset of its own
     */
    default Q prefetchRelated(Fetch<? super T> a, Fetch<? super T> b, Fetch<? super T> c, Fetch<? super T> d) {
        return prefetchRelatedAll(List.<Fetch<? super T>>of(a, b, c, d));
    }

    /**
     * {@return the same objects, with related ones loaded by one further query for each relation}
     *
     * @param fetches paths, or prefetches with querysets of their own
     */
    Q prefetchRelatedAll(Collection<? extends Fetch<? super T>> fetches);

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     */
    default Q only(Column<? super T, ?> a) {
        return onlyAll(List.<Column<? super T, ?>>of(a));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     */
    default Q only(Column<? super T, ?> a, Column<? super T, ?> b) {
        return onlyAll(List.<Column<? super T, ?>>of(a, b));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     */
    default Q only(Column<? super T, ?> a, Column<? super T, ?> b, Column<? super T, ?> c) {
        return onlyAll(List.<Column<? super T, ?>>of(a, b, c));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     * @param d a column
     */
    default Q only(Column<? super T, ?> a, Column<? super T, ?> b, Column<? super T, ?> c, Column<? super T, ?> d) {
        return onlyAll(List.<Column<? super T, ?>>of(a, b, c, d));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     * @param d a column
     * @param e a column
     */
    default Q only(
            Column<? super T, ?> a,
            Column<? super T, ?> b,
            Column<? super T, ?> c,
            Column<? super T, ?> d,
            Column<? super T, ?> e) {
        return onlyAll(List.<Column<? super T, ?>>of(a, b, c, d, e));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     * @param d a column
     * @param e a column
     * @param f a column
     */
    default Q only(
            Column<? super T, ?> a,
            Column<? super T, ?> b,
            Column<? super T, ?> c,
            Column<? super T, ?> d,
            Column<? super T, ?> e,
            Column<? super T, ?> f) {
        return onlyAll(List.<Column<? super T, ?>>of(a, b, c, d, e, f));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     * @param d a column
     * @param e a column
     * @param f a column
     * @param g a column
     */
    default Q only(
            Column<? super T, ?> a,
            Column<? super T, ?> b,
            Column<? super T, ?> c,
            Column<? super T, ?> d,
            Column<? super T, ?> e,
            Column<? super T, ?> f,
            Column<? super T, ?> g) {
        return onlyAll(List.<Column<? super T, ?>>of(a, b, c, d, e, f, g));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     * @param d a column
     * @param e a column
     * @param f a column
     * @param g a column
     * @param h a column
     */
    default Q only(
            Column<? super T, ?> a,
            Column<? super T, ?> b,
            Column<? super T, ?> c,
            Column<? super T, ?> d,
            Column<? super T, ?> e,
            Column<? super T, ?> f,
            Column<? super T, ?> g,
            Column<? super T, ?> h) {
        return onlyAll(List.<Column<? super T, ?>>of(a, b, c, d, e, f, g, h));
    }

    /**
     * {@return the same objects, read with just these columns and their keys; other columns are loaded on the first touch}
     *
     * @param columns the columns; none means all
     */
    Q onlyAll(Collection<? extends Column<? super T, ?>> columns);

    /**
     * {@return the same objects, read without these columns; they are loaded on the first touch}
     *
     * @param a a column
     */
    default Q defer(Column<? super T, ?> a) {
        return deferAll(List.<Column<? super T, ?>>of(a));
    }

    /**
     * {@return the same objects, read without these columns; they are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     */
    default Q defer(Column<? super T, ?> a, Column<? super T, ?> b) {
        return deferAll(List.<Column<? super T, ?>>of(a, b));
    }

    /**
     * {@return the same objects, read without these columns; they are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     */
    default Q defer(Column<? super T, ?> a, Column<? super T, ?> b, Column<? super T, ?> c) {
        return deferAll(List.<Column<? super T, ?>>of(a, b, c));
    }

    /**
     * {@return the same objects, read without these columns; they are loaded on the first touch}
     *
     * @param a a column
     * @param b a column
     * @param c a column
     * @param d a column
     */
    default Q defer(Column<? super T, ?> a, Column<? super T, ?> b, Column<? super T, ?> c, Column<? super T, ?> d) {
        return deferAll(List.<Column<? super T, ?>>of(a, b, c, d));
    }

    /**
     * {@return the same objects, read without these columns; they are loaded on the first touch}
     *
     * @param columns the columns
     */
    Q deferAll(Collection<? extends Column<? super T, ?>> columns);

    /**
     * {@return at most so many of the rows}
     *
     * @param rows the greatest number of rows, not negative
     */
    Q limit(int rows);

    /**
     * {@return the rows without the first ones}
     *
     * @param rows how many to leave out, not negative
     */
    Q offset(int rows);

    /**
     * {@return the rows from one position to another}
     *
     * @param from the position of the first row, counted from 0
     * @param to the position behind the last row; nothing is taken if that is not behind {@code from}
     */
    Q slice(int from, int to);

    /** {@return the same rows, equal ones given once} */
    Q distinct();

    /**
     * {@return for each combination of values only the first row, in the order of this queryset}
     *
     * @param values expressions, at least one
     */
    Q distinctOnAll(Collection<? extends Expr<? super T, ?>> values);

    /** {@return the same rows in the opposite order} */
    Q reverse();

    /** {@return no rows; a terminal method then sends no query} */
    Q none();

    /**
     * {@return the same rows, their objects with another fetch mode than the database handle's}
     *
     * @param mode what happens on the touch of something that was not loaded
     */
    Q fetchMode(FetchMode mode);

    /**
     * {@return the same rows, of which one touch loads no more for all peers together than so many} Above that it loads for a part
     * of the peers, at least for the object that was touched.
     *
     * @param rows the greatest number of rows, at least 1
     * @throws org.fetchwise.error.QueryException if it is less
     */
    Q maxPeerRows(int rows);

    /** {@return the objects, in a list that cannot be changed} */
    List<T> list();

    /**
     * {@return the objects one after another, in constant memory; it holds a connection until it is closed}
     */
    Stream<T> stream();

    /**
     * Gives the objects in chunks, in constant memory. Relations are prefetched for each chunk, and the objects of a chunk are
     * peers.
     *
     * @param size the number of objects in a chunk, at least 1
     * @param chunk takes each chunk
     */
    void forEachChunk(int size, Consumer<? super List<T>> chunk);

    /**
     * {@return a page of the objects by its number, and how many there are in all: two queries} Where the order leaves two objects
     * equal, the key decides, so that none is on two pages. The further behind a page is, the longer it takes: to read on and on,
     * take {@link #keyset}.
     *
     * @param number the page's number, counted from 1; a page behind the last is empty
     * @param size how many objects a page has, at least 1
     * @throws org.fetchwise.error.QueryException if the query is a slice
     */
    Page<T> page(int number, int size);

    /**
     * {@return a page of the objects by its number, which counts as far as a bound} To count millions takes long, and nobody reads
     * the number.
     *
     * @param number the page's number, counted from 1; a page behind the last is empty
     * @param size how many objects a page has, at least 1
     * @param mostCounted how many objects are counted at most, at least 1
     * @throws org.fetchwise.error.QueryException if the query is a slice
     */
    Page<T> page(int number, int size, long mostCounted);

    /**
     * {@return the first objects and the cursor that leads on, in one query} Where the order leaves two objects equal, the key
     * decides.
     *
     * @param size the greatest number of objects, at least 1
     * @throws org.fetchwise.error.QueryException if the query is a slice
     */
    KeysetPage<T> keyset(int size);

    /**
     * {@return the objects that a cursor leads to, and the cursors that lead on and back, in one query} It reads by values and not by
     * position, so that it costs the same however far behind it is.
     *
     * @param size the greatest number of objects, at least 1
     * @param cursor what a page of this query gave as next or previous; the values of its conditions may be others
     * @throws org.fetchwise.error.QueryException if the query is a slice, or the cursor was changed, is of another query, or was
     *     sealed with another secret
     */
    KeysetPage<T> keyset(int size, String cursor);

    /**
     * {@return these objects and those that the interface's {@link org.fetchwise.annotation.DefaultScope} leaves out} Every other
     * condition stays.
     *
     * @throws org.fetchwise.error.QueryException if a slice was taken within the scope
     */
    Q unscoped();

    /**
     * {@return these objects, whose rows are locked until the transaction ends} Others wait that would lock or change them.
     *
     * <p>It must run in a block of {@code db.atomic(...)}. SQLite locks no rows: there a block that may write has the whole database
     * for itself.
     */
    Q selectForUpdate();

    /**
     * {@return these objects, whose rows are locked until the transaction ends}
     *
     * @param wait what happens where another transaction has locked a row: wait for it, fail with a
     *     {@link org.fetchwise.error.ContentionException}, or leave the row out
     */
    Q selectForUpdate(Lock.Wait wait);

    /**
     * {@return these objects, of which the rows of some tables are locked until the transaction ends}
     *
     * @param wait what happens where another transaction has locked a row
     * @param of the entity itself by its root, and relations that {@code selectRelated} reads; MariaDB cannot tell them apart
     * @throws org.fetchwise.error.QueryException if a relation is not read
     */
    Q selectForUpdate(Lock.Wait wait, Collection<? extends ToOne<? super T, ?>> of);

    /** {@return the first object, in the order of the key where there is no order} */
    Optional<T> first();

    /** {@return the last object, in the order of the key where there is no order} */
    Optional<T> last();

    /**
     * {@return the only object}
     *
     * @throws org.fetchwise.error.NotFoundException if there is none
     * @throws org.fetchwise.error.MultipleFoundException if there are several
     */
    T get();

    /**
     * {@return the only object that fulfils a condition}
     *
     * @param condition the condition
     * @throws org.fetchwise.error.NotFoundException if there is none
     * @throws org.fetchwise.error.MultipleFoundException if there are several
     */
    default T get(Condition<? super T> condition) {
        return filter(condition).get();
    }

    /**
     * {@return the object with the least value}
     *
     * @param order the value
     * @throws org.fetchwise.error.NotFoundException if there are no objects
     */
    T earliest(Ordering<? super T> order);

    /**
     * {@return the object with the greatest value}
     *
     * @param order the value
     * @throws org.fetchwise.error.NotFoundException if there are no objects
     */
    T latest(Ordering<? super T> order);

    /**
     * {@return the object whose order terms are the least}
     *
     * @param orders the terms of the order, at least one
     * @throws org.fetchwise.error.NotFoundException if there is no object
     */
    T earliestAll(Collection<? extends Ordering<? super T>> orders);

    /**
     * {@return the object whose order terms are the greatest}
     *
     * @param orders the terms of the order, at least one
     * @throws org.fetchwise.error.NotFoundException if there is no object
     */
    T latestAll(Collection<? extends Ordering<? super T>> orders);

    /**
     * {@return the object at a position}
     *
     * @param position the position in the order, counted from 0
     * @throws org.fetchwise.error.NotFoundException if there are not so many
     */
    T at(int position);

    /**
     * {@return the first object and then every so many-th, or with a negative step the last one and so on to the first}
     *
     * @param step how far one is from the next, not 0
     */
    List<T> every(int step);

    /**
     * {@return the different days, or first days of a unit, on which a column's values fall, in their order}
     *
     * @param column a column of dates or instants
     * @param unit year to day
     */
    Values<T, LocalDate> dates(Expr<? super T, ?> column, DateUnit unit);

    /**
     * {@return the different days, or first days of a unit, on which a column's values fall in a zone, in their order}
     *
     * @param column a column of instants
     * @param unit year to day
     * @param zone the zone, in place of the handle's
     */
    Values<T, LocalDate> dates(Expr<? super T, ?> column, DateUnit unit, ZoneId zone);

    /**
     * {@return the different beginnings of a unit into which a column's values fall, in their order}
     *
     * @param column a column of instants
     * @param unit the unit
     */
    Values<T, Instant> datetimes(Expr<? super T, ?> column, DateUnit unit);

    /**
     * {@return the different beginnings of a unit into which a column's values fall in a zone, in their order}
     *
     * @param column a column of instants
     * @param unit the unit
     * @param zone the zone, in place of the handle's
     */
    Values<T, Instant> datetimes(Expr<? super T, ?> column, DateUnit unit, ZoneId zone);

    /** {@return a query of every column, each under the name of its attribute, and of every annotation} */
    Values<T, Row> values();

    /** {@return how many objects there are} */
    long count();

    /** {@return whether there is an object} */
    boolean exists();

    /**
     * {@return whether an object is among these, judged by its key}
     *
     * @param object an object that has a key
     */
    boolean contains(T object);

    /** {@return all objects by their keys, in the order of this queryset} */
    Map<Object, T> inBulk();

    /**
     * {@return the objects of some keys, by key; keys without an object are absent}
     *
     * @param keys the keys
     * @param <K> the type of the key
     */
    <K> Map<K, T> inBulk(Collection<K> keys);

    /**
     * {@return the objects of some values of a unique column, by value; values without an object are absent}
     *
     * @param column a unique column of this entity
     * @param values the values
     * @param <K> the type of the values
     */
    <K> Map<K, T> inBulk(Column<? super T, K> column, Collection<K> values);

    /**
     * {@return all objects by their values of a unique column, in the order of this queryset; one whose value is NULL is absent}
     *
     * @param column a unique column of this entity
     * @param <K> the type of the values
     */
    <K> Map<K, T> inBulk(Column<? super T, K> column);

    /** {@return every stage of this query on its way to SQL, as text} */
    String explain();

    /**
     * The queryset of an entity that has no interface of its own.
     *
     * @param <T> the entity
     */
    interface Of<T> extends QuerySet<T, Of<T>> {}

    /**
     * The objects that a to-many relation of one object leads to. What is created through it belongs to the relation at once.
     *
     * @param <T> the entity of the objects
     */
    interface Related<T> extends Of<T> {
        /**
         * Adds an object to the relation; nothing happens if it is in it already.
         *
         * @param object an object that has a key
         */
        default void add(T object) {
            addAll(List.of(object));
        }

        /**
         * Adds objects to the relation with one statement; those that are in it stay.
         *
         * @param objects objects that have keys
         */
        void addAll(Collection<? extends T> objects);

        /**
         * Adds objects to a many-to-many relation over a table that has an entity of its own, and gives the rows of that entity
         * values, as in {@code addAll(tags, List.of(POST_TAG.weight.to(3)))}. Links that are there stay as they are.
         *
         * @param objects objects that have keys
         * @param values columns of the entity between the two ends, and constant values
         * @throws org.fetchwise.error.QueryException if no entity is mapped over the link table, or a value is for another one
         */
        void addAll(Collection<? extends T> objects, Collection<? extends Assignment<?>> values);

        /**
         * Takes an object out of the relation; its row stays.
         *
         * @param object an object that has a key; of a many-to-many relation nothing happens if it is not in it
         * @throws org.fetchwise.error.NotFoundException if rows refer to their owner themselves, and this one does not
         * @throws org.fetchwise.error.QueryException if the row must belong to one
         */
        default void remove(T object) {
            removeAll(List.of(object));
        }

        /**
         * Takes objects out of the relation with one statement; their rows stay.
         *
         * @param objects objects that have keys; those that are not in a many-to-many relation do not matter
         * @throws org.fetchwise.error.NotFoundException if rows refer to their owner themselves, and one of these does not; then
         *     none is taken out
         * @throws org.fetchwise.error.QueryException if the rows must belong to one
         */
        void removeAll(Collection<? extends T> objects);

        /**
         * Makes the relation lead to certain objects and no others. Only differences are written. Rows that must have an owner
         * are never left without one: of such a relation, the objects are added, and the others stay.
         *
         * @param objects objects that have keys
         */
        void setAll(Collection<? extends T> objects);

        /**
         * Takes all objects out of the relation; their rows stay.
         *
         * @throws org.fetchwise.error.QueryException if the rows must belong to one
         */
        void clear();
    }
}
