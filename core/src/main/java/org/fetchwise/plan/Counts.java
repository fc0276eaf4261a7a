package org.fetchwise.plan;

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

    static Planned rows(Frame frame, List<Projection.Item> values) {
        Query query = frame.query;
        RowShape shape = new RowShape.Fields(List.of(new ValueColumn(1, ValueType.LONG, "count")));
        Select select;
        if (query.slice().isEverything()
                && values.isEmpty()
                && query.distinctOn().isEmpty()) {
            Clauses clauses = new Clauses();
            SqlExpr key = query.distinct() ? frame.key() : null;
            clauses.outputs.add(new Output(count(query.distinct(), key), null));
            select = frame.select.build(clauses);
        } else {
            select = over(part(frame, values), count(false, null), null);
        }
        return new Planned(select, shape, frame.select.tables());
    }

    private static SqlExpr count(boolean distinct, @Nullable SqlExpr argument) {
        return new SqlExpr.Aggregation(AggregateFunction.COUNT, distinct, argument, null, StorageType.BIGINT);
    }

    static Planned existence(Frame frame, List<Projection.Item> values) {
        Query query = frame.query;
        RowShape shape = new RowShape.Fields(List.of(new ValueColumn(1, ValueType.INTEGER, "one")));
        SqlExpr one = new SqlExpr.Constant(1);
        SqlExpr limit = new SqlExpr.Constant(1L);
        Select select;
        if (query.slice().offset() == 0 || !query.distinct()) {
            Clauses clauses = new Clauses();
            clauses.outputs.add(new Output(one, null));
            clauses.limit = limit;
            clauses.offset = Cut.offset(query.slice());
            select = frame.select.build(clauses);
        } else {
            select = over(part(frame, values), one, limit);
        }
        return new Planned(select, shape, frame.select.tables());
    }

    /** The rows that are counted or looked for, as a table: how many there are depends neither on what else is in them nor on
     * their order. */
    private static FromItem part(Frame frame, List<Projection.Item> values) {
        Query query = frame.query;
        Clauses clauses = new Clauses();
        clauses.distinct = query.distinct();
        for (Projection.Item item : values) {
            SqlExpr value = frame.lowering.value(item.term(), frame.scope);
            clauses.outputs.add(new Output(value, "c" + (clauses.outputs.size() + 1)));
        }
        if (values.isEmpty()) {
            clauses.outputs.add(new Output(query.distinct() ? frame.key() : new SqlExpr.Constant(1), "v"));
        }
        if (!query.distinctOn().isEmpty()) {
            Select first = frame.finish(clauses.outputs);
            return new FromItem.Derived(first, frame.select.aliases().next("part"));
        }
        frame.slice(clauses);
        return new FromItem.Derived(
                frame.select.build(clauses), frame.select.aliases().next("part"));
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

    static Planned byOwner(Frame frame) {
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
        return new Planned(frame.select.build(clauses), shape, frame.select.tables());
    }
}
