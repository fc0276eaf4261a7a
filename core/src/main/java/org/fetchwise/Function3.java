package org.fetchwise;

/**
 * A function of 3 arguments: what {@code into} of 3 values takes, most often the constructor of a record.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 * @param <V> the type of the result
 */
@FunctionalInterface
public interface Function3<A, B, C, V> {
    /**
     * {@return the result}
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     */
    V apply(A a, B b, C c);
}
