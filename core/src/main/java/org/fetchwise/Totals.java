package org.fetchwise;

import java.util.List;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/** The aggregates of a query, read from the database. */
final class Totals {
    private final Query query;
    private final @Nullable Object[] values;

    Totals(Query query, @Nullable Object[] values) {
        this.query = query;
        this.values = values;
    }

    @Nullable
    Object[] values() {
        return values;
    }

    Row row() {
        return new Row(items(), values);
    }

    <V> V into(RowMapping<V> make) {
        return new NamedMapping<>(query, items(), make).map(values);
    }

    private List<Projection.Item> items() {
        return ((Projection.Totals) query.projection()).items();
    }
}
