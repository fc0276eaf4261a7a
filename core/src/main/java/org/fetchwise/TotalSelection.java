package org.fetchwise;

import java.util.List;
import org.fetchwise.expr.Expr;

/**
 * The arities of {@code aggregate}, in terms of one list.
 *
 * @param <T> the entity
 */
abstract class TotalSelection<T> extends ValueSelection<T> implements Aggregating<T> {
    abstract Totals totals(List<? extends Expr<? super T, ?>> values);

    @Override
    public final <A, B> Totals2<A, B> aggregate(Expr<? super T, A> a, Expr<? super T, B> b) {
        return new Totals2<>(totals(List.<Expr<? super T, ?>>of(a, b)));
    }

    @Override
    public final <A, B, C> Totals3<A, B, C> aggregate(
            Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c) {
        return new Totals3<>(totals(List.<Expr<? super T, ?>>of(a, b, c)));
    }

    @Override
    public final <A, B, C, D> Totals4<A, B, C, D> aggregate(
            Expr<? super T, A> a, Expr<? super T, B> b, Expr<? super T, C> c, Expr<? super T, D> d) {
        return new Totals4<>(totals(List.<Expr<? super T, ?>>of(a, b, c, d)));
    }

    @Override
    public final <A, B, C, D, E> Totals5<A, B, C, D, E> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e) {
        return new Totals5<>(totals(List.<Expr<? super T, ?>>of(a, b, c, d, e)));
    }

    @Override
    public final <A, B, C, D, E, F> Totals6<A, B, C, D, E, F> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f) {
        return new Totals6<>(totals(List.<Expr<? super T, ?>>of(a, b, c, d, e, f)));
    }

    @Override
    public final <A, B, C, D, E, F, G> Totals7<A, B, C, D, E, F, G> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g) {
        return new Totals7<>(totals(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g)));
    }

    @Override
    public final <A, B, C, D, E, F, G, H> Totals8<A, B, C, D, E, F, G, H> aggregate(
            Expr<? super T, A> a,
            Expr<? super T, B> b,
            Expr<? super T, C> c,
            Expr<? super T, D> d,
            Expr<? super T, E> e,
            Expr<? super T, F> f,
            Expr<? super T, G> g,
            Expr<? super T, H> h) {
        return new Totals8<>(totals(List.<Expr<? super T, ?>>of(a, b, c, d, e, f, g, h)));
    }
}
