package org.fetchwise;

/**
 * A function of 4 arguments: what {@code into} of 4 values takes, most often the constructor of a record.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 * @param <D> the type of argument 4
 * @param <V> the type of the result
 */
@FunctionalInterface
public interface Function4<A, B, C, D, V> {
    /**
     * {@return the result}
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     * @param d argument 4
     */
    V apply(A a, B b, C c, D d);
}
