package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/** Plans queries that ask how many rows there are, or whether there is one. */
final class Counts {
    private Counts() {}

    static Planned rows(Query query, Rows rows, List<Projection.Item> values, Planner.Statement statement) {
        RowShape shape = new RowShape.Fields(List.of(new ValueColumn(1, ValueType.LONG, "count")));
        Select select;
        if (rows instanceof Frame frame
                && frame.windowed.isEmpty()
                && query.slice().isEverything()
                && values.isEmpty()
                && query.distinctOn().isEmpty()
                && (!frame.isDistinct() || frame.key().size() == 1)) {
            Clauses clauses = new Clauses();
            SqlExpr key = frame.isDistinct() ? frame.key().getFirst() : null;
            clauses.outputs.add(new Output(count(frame.isDistinct(), key), null));
            select = frame.select.build(clauses);
        } else {
            select = over(part(query, rows, values, statement), count(false, null), null);
        }
        return statement.planned(select, shape);
    }

    private static SqlExpr count(boolean distinct, @Nullable SqlExpr argument) {
        return new SqlExpr.Aggregation(AggregateFunction.COUNT, distinct, argument, null, StorageType.BIGINT);
    }

    static Planned existence(Query query, Rows rows, List<Projection.Item> values, Planner.Statement statement) {
        RowShape shape = new RowShape.Fields(List.of(new ValueColumn(1, ValueType.INTEGER, "one")));
        SqlExpr one = new SqlExpr.Constant(1);
        SqlExpr limit = new SqlExpr.Constant(1L);
        Select select;
        if (rows instanceof Frame frame
                && frame.windowed.isEmpty()
                && (query.slice().offset() == 0 || !frame.isDistinct())) {
            Clauses clauses = new Clauses();
            clauses.outputs.add(new Output(one, null));
            clauses.limit = limit;
            clauses.offset = Cut.offset(query.slice());
            select = frame.select.build(clauses);
        } else {
            select = over(part(query, rows, values, statement), one, limit);
        }
        return statement.planned(select, shape);
    }

    /** The rows that are counted or looked for, as a table: how many there are depends neither on what else is in them nor on
     * their order. */
    private static FromItem part(Query query, Rows rows, List<Projection.Item> values, Planner.Statement statement) {
        String alias = statement.aliases().next("part");
        List<Output> outputs = new ArrayList<>();
        if (!(rows instanceof CombinedRows)) {
            for (Projection.Item item : values) {
                outputs.add(new Output(rows.value(item.term()), "c" + (outputs.size() + 1)));
            }
        }
        if (!(rows instanceof Frame frame) || !query.distinctOn().isEmpty() || !frame.windowed.isEmpty()) {
            if (outputs.isEmpty()) {
                outputs.add(new Output(new SqlExpr.Constant(1), "v"));
            }
            return new FromItem.Derived(rows.finish(outputs), alias);
        }
        Clauses clauses = new Clauses();
        clauses.distinct = frame.isDistinct();
        clauses.outputs.addAll(outputs);
        if (values.isEmpty() && clauses.distinct) {
            frame.key()
                    .forEach(column ->
                            clauses.outputs.add(new Output(column, FromItem.KeyList.value(clauses.outputs.size()))));
        } else if (values.isEmpty()) {
            clauses.outputs.add(new Output(new SqlExpr.Constant(1), "v"));
        }
        frame.slice(clauses);
        return new FromItem.Derived(frame.select.build(clauses), alias);
    }

    private static Select over(FromItem part, SqlExpr output, @Nullable SqlExpr limit) {
        return new Select(
                false,
                List.of(new Output(output, null)),
                part,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                limit,
                null);
    }

    static Planned byOwner(Frame frame, Planner.Statement statement) {
        Owners owners = frame.query.owners();
        ColumnRef owner = frame.owner;
        if (owners == null || owner == null) {
            throw new IllegalStateException("a count by owner needs owners");
        }
        Clauses clauses = new Clauses();
        clauses.outputs.add(new Output(owner, null));
        clauses.outputs.add(new Output(count(false, null), null));
        clauses.groupBy = List.of(owner);
        RowShape shape = new RowShape.Fields(
                List.of(new ValueColumn(1, owners.markType(), "owner"), new ValueColumn(2, ValueType.LONG, "count")));
        return statement.planned(frame.select.build(clauses), shape);
    }
}
