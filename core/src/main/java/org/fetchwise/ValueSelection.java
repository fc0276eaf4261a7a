package org.fetchwise;

import java.util.Collection;
import java.util.List;
import org.fetchwise.expr.Expr;

/** The arities of {@code values}, all of which come down to one list of expressions. */
abstract class ValueSelection<T> implements Selectable<T> {
    /** The query of these values, in this order. */
    abstract QueryState<T> selecting(List<? extends Expr<? super T, ?>> values);

    @Override
    public final <A> Values<T, A> values(Expr<? super T, A> a) {
        return Values.scalar(selecting(List.of(a)), a);
    }

    @Override
    public final <A, B> Fields2<T, A, B> values(Expr<? super T, A> a, Expr<? super T, B> b) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b));
        return new Fields2<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C> Fields3<T, A, B, C> values(
            Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c));
        return new Fields3<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D> Fields4<T, A, B, C, D> values(
            Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c, Expr<? super T, D> d) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d));
        return new Fields4<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E> Fields5<T, A, B, C, D, E> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e));
        return new Fields5<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E, F> Fields6<T, A, B, C, D, E, F> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e, f));
        return new Fields6<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E, F, G> Fields7<T, A, B, C, D, E, F, G> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g));
        return new Fields7<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E, F, G, H> Fields8<T, A, B, C, D, E, F, G, H> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g, h));
        return new Fields8<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E, F, G, H, I> Fields9<T, A, B, C, D, E, F, G, H, I> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h,
            Expr<? super T, I> i) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g, h, i));
        return new Fields9<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E, F, G, H, I, J> Fields10<T, A, B, C, D, E, F, G, H, I, J> values(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h,
            Expr<? super T, I> i,
            Expr<? super T, J> j) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g, h, i, j));
        return new Fields10<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E, F, G, H, I, J, K> Fields11<T, A, B, C, D, E, F, G, H, I, J, K> values(
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
            Expr<? super T, K> k) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g, h, i, j, k));
        return new Fields11<>(state, Values.rowOf(state));
    }

    @Override
    public final <A, B, C, D, E, F, G, H, I, J, K, L> Fields12<T, A, B, C, D, E, F, G, H, I, J, K, L> values(
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
            Expr<? super T, L> l) {
        QueryState<T> state = selecting(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g, h, i, j, k, l));
        return new Fields12<>(state, Values.rowOf(state));
    }

    @Override
    public final Values<T, Row> valuesAll(Collection<? extends Expr<? super T, ?>> values) {
        QueryState<T> state = selecting(List.copyOf(values));
        return new Values<>(state, Values.rowOf(state));
    }
}
