package org.fetchwise;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A mapping by a function of the user's, which names the value that was NULL when the function, or the unboxing before it,
 * fails for that reason.
 */
final class NamedMapping<V> implements RowMapping<V> {
    private final Query query;
    private final List<Projection.Item> items;
    private final RowMapping<V> mapping;

    NamedMapping(QueryState<?> state, RowMapping<V> mapping) {
        this(state.query(), ((Projection.Values) state.query().projection()).items(), mapping);
    }

    NamedMapping(Query query, List<Projection.Item> items, RowMapping<V> mapping) {
        this.query = query;
        this.items = items;
        this.mapping = mapping;
    }

    @Override
    public V map(@Nullable Object[] values) {
        try {
            return mapping.map(values);
        } catch (NullPointerException failure) {
            for (int at = 0; at < values.length; at++) {
                if (values[at] == null && failure.getMessage() == null) {
                    throw new QueryException(
                            items.get(at).name() + " is NULL, but into(...) takes a primitive there:"
                                    + " declare the boxed type, or use orElse(...).\nin query: " + query,
                            failure);
                }
            }
            throw failure;
        }
    }
}
