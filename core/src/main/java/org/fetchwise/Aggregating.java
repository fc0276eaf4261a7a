package org.fetchwise;

import java.util.Collection;
import org.fetchwise.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * Something whose rows can be aggregated, as one row for all of them. Each aggregate over related rows is taken over its own:
 * several never multiply each other.
 *
 * @param <T> the entity
 */
public interface Aggregating<T> {
    /**
     * {@return one aggregate over all rows, NULL where it has no value}
     *
     * @param only the aggregate, such as {@code POST.viewCount.sum()}, or a calculation with aggregates
     * @param <V> its type
     * @throws org.fetchwise.error.QueryException if it is none
     */
    <V> @Nullable V aggregate(Expr<? super T, V> only);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param a aggregate 1
     * @param b aggregate 2
     * @param <A> the type of aggregate 1
     * @param <B> the type of aggregate 2
     */
    <A, B> Totals2<A, B> aggregate(Expr<? super T, A> a, Expr<? super T, B> b);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param a aggregate 1
     * @param b aggregate 2
     * @param c aggregate 3
     * @param <A> the type of aggregate 1
     * @param <B> the type of aggregate 2
     * @param <C> the type of aggregate 3
     */
    <A, B, C> Totals3<A, B, C> aggregate(Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param a aggregate 1
     * @param b aggregate 2
     * @param c aggregate 3
     * @param d aggregate 4
     * @param <A> the type of aggregate 1
     * @param <B> the type of aggregate 2
     * @param <C> the type of aggregate 3
     * @param <D> the type of aggregate 4
     */
    <A, B, C, D> Totals4<A, B, C, D> aggregate(
            Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c, Expr<? super T, D> d);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param a aggregate 1
     * @param b aggregate 2
     * @param c aggregate 3
     * @param d aggregate 4
     * @param e aggregate 5
     * @param <A> the type of aggregate 1
     * @param <B> the type of aggregate 2
     * @param <C> the type of aggregate 3
     * @param <D> the type of aggregate 4
     * @param <E> the type of aggregate 5
     */
    <A, B, C, D, E> Totals5<A, B, C, D, E> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param a aggregate 1
     * @param b aggregate 2
     * @param c aggregate 3
     * @param d aggregate 4
     * @param e aggregate 5
     * @param f aggregate 6
     * @param <A> the type of aggregate 1
     * @param <B> the type of aggregate 2
     * @param <C> the type of aggregate 3
     * @param <D> the type of aggregate 4
     * @param <E> the type of aggregate 5
     * @param <F> the type of aggregate 6
     */
    <A, B, C, D, E, F> Totals6<A, B, C, D, E, F> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param a aggregate 1
     * @param b aggregate 2
     * @param c aggregate 3
     * @param d aggregate 4
     * @param e aggregate 5
     * @param f aggregate 6
     * @param g aggregate 7
     * @param <A> the type of aggregate 1
     * @param <B> the type of aggregate 2
     * @param <C> the type of aggregate 3
     * @param <D> the type of aggregate 4
     * @param <E> the type of aggregate 5
     * @param <F> the type of aggregate 6
     * @param <G> the type of aggregate 7
     */
    <A, B, C, D, E, F, G> Totals7<A, B, C, D, E, F, G> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param a aggregate 1
     * @param b aggregate 2
     * @param c aggregate 3
     * @param d aggregate 4
     * @param e aggregate 5
     * @param f aggregate 6
     * @param g aggregate 7
     * @param h aggregate 8
     * @param <A> the type of aggregate 1
     * @param <B> the type of aggregate 2
     * @param <C> the type of aggregate 3
     * @param <D> the type of aggregate 4
     * @param <E> the type of aggregate 5
     * @param <F> the type of aggregate 6
     * @param <G> the type of aggregate 7
     * @param <H> the type of aggregate 8
     */
    <A, B, C, D, E, F, G, H> Totals8<A, B, C, D, E, F, G, H> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h);

    /**
     * {@return one row of aggregates over all rows, read at once}
     *
     * @param values the aggregates, each with a name of its own
     */
    Row aggregateAll(Collection<? extends Expr<? super T, ?>> values);
}
