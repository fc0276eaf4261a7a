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
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.WindowFunction;
import org.fetchwise.sql.SqlTypes;

/** Takes the first row for each combination of values: the rows are numbered within it, and the first ones are taken. */
final class FirstOfEach {
    private FirstOfEach() {}

    static Select row(SelectBuilder select, Clauses inner, List<Output> outputs, List<SqlExpr> values, Slice slice) {
        String part = select.aliases().next("part");
        List<Output> outer = new ArrayList<>(outputs.size());
        for (Output output : outputs) {
            ColumnRef column = named(inner, output.value(), "c" + (outer.size() + 1), part);
            outer.add(new Output(column, output.name()));
        }
        List<SortKey> order = new ArrayList<>(inner.orderBy.size());
        for (SortKey key : inner.orderBy) {
            ColumnRef column = named(inner, key.value(), "o" + (order.size() + 1), part);
            order.add(new SortKey(column, key.descending(), key.nulls()));
        }
        SqlExpr number = new SqlExpr.Over(
                new SqlExpr.WindowCall(WindowFunction.ROW_NUMBER, List.of(), StorageType.BIGINT),
                values,
                inner.orderBy,
                null);
        ColumnRef position = named(inner, number, "n", part);
        inner.orderBy = List.of();
        return new Select(
                inner.distinct,
                outer,
                new FromItem.Derived(select.build(inner), part),
                List.of(),
                Node.equal(position, new SqlExpr.Constant(1)),
                List.of(),
                null,
                order,
                Cut.limit(slice),
                Cut.offset(slice));
    }

    private static ColumnRef named(Clauses inner, SqlExpr value, String name, String part) {
        inner.outputs.add(new Output(value, name));
        return new ColumnRef(part, name, SqlTypes.ofColumn(value));
    }
}
