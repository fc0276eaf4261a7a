package org.fetchwise.conformance.twin;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.Values;
import org.fetchwise.expr.Expr;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.jspecify.annotations.Nullable;

/**
 * A case of the corpus written with typed paths.
 *
 * @param id the case
 * @param querySet the query
 * @param answer asks for its answer in Java, or null where the case's terminal is asked of the queryset
 */
public record Twin(
        String id, QuerySource querySet, @Nullable Supplier<?> answer) {
    static Twin of(String id, QuerySet<?, ?> querySet) {
        return new Twin(id, (QuerySource) querySet, null);
    }

    static <T> Twin of(String id, QuerySet<T, ?> querySet, Function<T, List<@Nullable Object>> walk) {
        return new Twin(
                id,
                (QuerySource) querySet,
                () -> querySet.list().stream().map(walk).toList());
    }

    static Twin of(String id, Values<?, ?> values, Supplier<?> answer) {
        return new Twin(id, values, answer);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static <T> Twin totals(String id, QuerySet<T, ?> querySet, Expr<? super T, ?>... totals) {
        List<Expr<? super T, ?>> all = List.of(totals);
        return new Twin(
                id, (QuerySource) querySet, () -> querySet.aggregateAll(all).asMap());
    }

    /** {@return the logical query} */
    public Query query() {
        return querySet.asQuery();
    }

    /**
     * {@return the twins of all families}
     *
     * @param database the handle that their queries belong to
     */
    public static List<List<Twin>> all(Database database) {
        return List.of(
                LookupsTwins.of(database),
                RelationsTwins.of(database),
                ExcludeTwins.of(database),
                OrderingTwins.of(database),
                SlicesTwins.of(database),
                FieldsTwins.of(database),
                PrefetchTwins.of(database),
                WindowsTwins.of(database),
                FunctionsTwins.of(database),
                ConditionalTwins.of(database),
                SubqueriesTwins.of(database),
                AggregatesTwins.of(database),
                BeyondTwins.of(database),
                SetsTwins.of(database),
                JsonTwins.of(database));
    }
}
