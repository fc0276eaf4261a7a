package org.fetchwise.hydrate;

import org.jspecify.annotations.Nullable;

/**
 * Makes something of each row of a query of values.
 *
 * @param <V> what is made
 */
@FunctionalInterface
public interface ValueMapper<V> {
    /**
     * {@return what is made of a row}
     *
     * @param values the values of the row, in an array of their own
     */
    @Nullable
    V map(@Nullable Object[] values);
}
