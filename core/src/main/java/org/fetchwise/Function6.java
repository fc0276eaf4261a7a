package org.fetchwise;

/**
 * A function of 6 arguments: what {@code into} of 6 values takes, most often the constructor of a record.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 * @param <D> the type of argument 4
 * @param <E> the type of argument 5
 * @param <F> the type of argument 6
 * @param <V> the type of the result
 */
@FunctionalInterface
public interface Function6<A, B, C, D, E, F, V> {
    /**
     * {@return the result}
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     * @param d argument 4
     * @param e argument 5
     * @param f argument 6
     */
    V apply(A a, B b, C c, D d, E e, F f);
}
