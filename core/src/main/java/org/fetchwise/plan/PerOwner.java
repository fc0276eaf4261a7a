package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Slice;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Comparison;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.WindowFunction;
import org.fetchwise.sql.SqlTypes;

/** Cuts a slice for each owner by itself: the rows are numbered within their owner, and the numbers are compared. */
final class PerOwner {
    private PerOwner() {}

    static Select slice(SelectBuilder select, Clauses inner, List<Output> outputs, ColumnRef owner, Slice slice) {
        String part = select.aliases().next("part");
        List<Output> outer = new ArrayList<>(outputs.size());
        for (int at = 0; at < outputs.size(); at++) {
            String name = "c" + (at + 1);
            SqlExpr value = outputs.get(at).value();
            inner.outputs.add(new Output(value, name));
            outer.add(new Output(
                    new ColumnRef(part, name, SqlTypes.ofColumn(value)),
                    outputs.get(at).name()));
        }
        // Rows that are given once share a number; the order ends with the key, so other rows do not.
        WindowFunction numbering = inner.distinct ? WindowFunction.DENSE_RANK : WindowFunction.ROW_NUMBER;
        SqlExpr number = new SqlExpr.Over(
                new SqlExpr.WindowCall(numbering, List.of(), StorageType.BIGINT), List.of(owner), inner.orderBy, null);
        inner.outputs.add(new Output(number, "n"));
        inner.orderBy = List.of();
        ColumnRef position = new ColumnRef(part, "n", StorageType.BIGINT);
        List<SqlExpr> where = new ArrayList<>();
        SqlExpr offset = Cut.offset(slice);
        if (offset != null) {
            where.add(new Comparison(ComparisonOperator.GREATER, position, offset));
        }
        SqlExpr end = Cut.end(slice);
        if (end != null) {
            where.add(new Comparison(ComparisonOperator.LESS_OR_EQUAL, position, end));
        }
        return new Select(
                false,
                outer,
                new FromItem.Derived(select.build(inner), part),
                List.of(),
                SelectBuilder.conjunction(where),
                List.of(),
                null,
                List.of(new SortKey(position, false, Nulls.DEFAULT)),
                null,
                null);
    }
}
