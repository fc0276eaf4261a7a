package org.fetchwise;

/**
 * A function of 5 arguments: what {@code into} of 5 values takes, most often the constructor of a record.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 * @param <D> the type of argument 4
 * @param <E> the type of argument 5
 * @param <V> the type of the result
 */
@FunctionalInterface
public interface Function5<A, B, C, D, E, V> {
    /**
     * {@return the result}
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     * @param d argument 4
     * @param e argument 5
     */
    V apply(A a, B b, C c, D d, E e);
}
