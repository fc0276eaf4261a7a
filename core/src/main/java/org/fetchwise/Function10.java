package org.fetchwise;

/**
 * A function of 10 arguments: what {@code into} of 10 values takes, most often the constructor of a record.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 * @param <D> the type of argument 4
 * @param <E> the type of argument 5
 * @param <F> the type of argument 6
 * @param <G> the type of argument 7
 * @param <H> the type of argument 8
 * @param <I> the type of argument 9
 * @param <J> the type of argument 10
 * @param <V> the type of the result
 */
@FunctionalInterface
public interface Function10<A, B, C, D, E, F, G, H, I, J, V> {
    /**
     * {@return the result}
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     * @param d argument 4
     * @param e argument 5
     * @param f argument 6
     * @param g argument 7
     * @param h argument 8
     * @param i argument 9
     * @param j argument 10
     */
    V apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
}
