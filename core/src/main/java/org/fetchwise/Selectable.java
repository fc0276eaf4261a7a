package org.fetchwise;

import java.util.Collection;
import org.fetchwise.expr.Expr;

/**
 * Something whose rows can be given as values: one expression gives flat values, several give rows that {@code into} turns
 * into records.
 *
 * @param <T> the entity
 */
public interface Selectable<T> {
    /**
     * {@return one value of each row}
     *
     * @param a the value
     * @param <A> the type of the value
     */
    <A> Values<T, A> values(Expr<? super T, A> a);

    /**
     * {@return 2 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     */
    <A, B> Fields2<T, A, B> values(Expr<? super T, A> a, Expr<? super T, B> b);

    /**
     * {@return 3 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     */
    <A, B, C> Fields3<T, A, B, C> values(Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c);

    /**
     * {@return 4 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     */
    <A, B, C, D> Fields4<T, A, B, C, D> values(
            Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c, Expr<? super T, D> d);

    /**
     * {@return 5 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     */
    <A, B, C, D, E> Fields5<T, A, B, C, D, E> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e);

    /**
     * {@return 6 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     */
    <A, B, C, D, E, F> Fields6<T, A, B, C, D, E, F> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f);

    /**
     * {@return 7 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param g value 7
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     */
    <A, B, C, D, E, F, G> Fields7<T, A, B, C, D, E, F, G> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g);

    /**
     * {@return 8 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param g value 7
     * @param h value 8
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     */
    <A, B, C, D, E, F, G, H> Fields8<T, A, B, C, D, E, F, G, H> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h);

    /**
     * {@return 9 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param g value 7
     * @param h value 8
     * @param i value 9
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     */
    <A, B, C, D, E, F, G, H, I> Fields9<T, A, B, C, D, E, F, G, H, I> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h,
            Expr<? super T, I> i);

    /**
     * {@return 10 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param g value 7
     * @param h value 8
     * @param i value 9
     * @param j value 10
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     */
    <A, B, C, D, E, F, G, H, I, J> Fields10<T, A, B, C, D, E, F, G, H, I, J> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h,
            Expr<? super T, I> i,
            Expr<? super T, J> j);

    /**
     * {@return 11 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param g value 7
     * @param h value 8
     * @param i value 9
     * @param j value 10
     * @param k value 11
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     */
    <A, B, C, D, E, F, G, H, I, J, K> Fields11<T, A, B, C, D, E, F, G, H, I, J, K> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h,
            Expr<? super T, I> i,
            Expr<? super T, J> j,
            Expr<? super T, K> k);

    /**
     * {@return 12 values of each row}
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param g value 7
     * @param h value 8
     * @param i value 9
     * @param j value 10
     * @param k value 11
     * @param l value 12
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     * @param <L> the type of value 12
     */
    <A, B, C, D, E, F, G, H, I, J, K, L> Fields12<T, A, B, C, D, E, F, G, H, I, J, K, L> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h,
            Expr<? super T, I> i,
            Expr<? super T, J> j,
            Expr<? super T, K> k,
            Expr<? super T, L> l);

    /**
     * {@return any number of values of each row}
     *
     * @param values the values
     */
    Values<T, Row> valuesAll(Collection<? extends Expr<? super T, ?>> values);
}
