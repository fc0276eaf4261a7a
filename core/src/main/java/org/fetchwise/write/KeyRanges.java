package org.fetchwise.write;

import java.util.List;
import java.util.function.Consumer;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Slice;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the rows of a query into ranges of their keys, one after the other, so that a range that was changed or deleted is never
 * met again, whatever becomes of the query's conditions.
 *
 * @param statements asks where a range ends
 * @param rows the rows
 * @param size how many rows a range has
 */
record KeyRanges(Statements statements, Query rows, int size) {
    /** Hands over the rows of one range after the other. */
    void each(Consumer<Query> range, Reason reason) {
        Query left = rows.orderedBy(List.of());
        Object last = last(left, reason);
        while (last != null) {
            range.accept(bounded(left, ComparisonOperator.LESS_OR_EQUAL, last));
            left = bounded(rows.orderedBy(List.of()), ComparisonOperator.GREATER, last);
            last = last(left, reason);
        }
        range.accept(left);
    }

    /** The key of the last row of a full range, or null where fewer rows are left. */
    private @Nullable Object last(Query left, Reason reason) {
        Query one = left.orderedBy(List.of(new Term.Order(key(), false, SortKey.Nulls.DEFAULT)))
                .withSlice(new Slice(size - 1L, 1));
        List<Object> keys = statements.keys(one, reason);
        return keys.isEmpty() ? null : keys.getFirst();
    }

    private Query bounded(Query query, ComparisonOperator operator, Object bound) {
        return query.with(new Clause.Filter(new Term.Compare(operator, key(), new Term.Literal(bound, key().type()))));
    }

    private Term key() {
        return Term.key(Path.of(rows.entity()));
    }
}
