package org.fetchwise;

import org.jspecify.annotations.Nullable;

/**
 * Makes one element out of the values of a row.
 *
 * @param <V> the type of the element
 */
@FunctionalInterface
interface RowMapping<V extends @Nullable Object> {
    V map(@Nullable Object[] values);
}
