package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Combination;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SetOperator;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/** The rows of several queries put together. They have the columns of the first one, and no others. */
final class CombinedRows implements Rows {
    private final Query query;
    private final SelectBuilder select;
    private final List<Projection.Item> items;
    private final Lowering lowering;
    private final Scope scope;

    private CombinedRows(
            Query query, SelectBuilder select, List<Projection.Item> items, Lowering lowering, Scope scope) {
        this.query = query;
        this.select = select;
        this.items = items;
        this.lowering = lowering;
        this.scope = scope;
    }

    /**
     * Begins a query of combined rows.
     *
     * @param items the values that the rows consist of; queries that choose values by themselves give those instead
     */
    static CombinedRows of(
            Planner planner,
            Query query,
            List<Projection.Item> items,
            Planner.Statement statement,
            @Nullable Scope around) {
        Combination combined = Objects.requireNonNull(query.combined());
        boolean counted = combined.all() && combined.operator() != SetOperator.UNION;
        String alias = statement.aliases().next("part");
        List<Select> parts = new ArrayList<>();
        List<Projection.Item> first = items;
        for (Query part : combined.parts()) {
            List<Projection.Item> own = part.projection() instanceof Projection.Values values ? values.items() : items;
            first = parts.isEmpty() ? own : first;
            Select rows = part(planner, part, own, statement, around);
            parts.add(counted ? numbered(rows, own, statement) : rows);
        }
        SelectBuilder select = new SelectBuilder(
                alias,
                () -> new FromItem.Combined(combined.operator(), combined.all() && !counted, parts, alias),
                statement.aliases(),
                statement.tables());
        CombinedRows[] self = new CombinedRows[1];
        Lowering lowering = new Lowering(planner, query, statement, (term, polarity) -> self[0].given(term));
        Node node = Node.root(select, query.entity());
        Scope scope = new Scope(Path.of(query.entity()), node, Scope.LATEST, around, List.of(), lowering);
        self[0] = new CombinedRows(query, select, first, lowering, scope);
        return self[0];
    }

    private static Select part(
            Planner planner,
            Query part,
            List<Projection.Item> items,
            Planner.Statement statement,
            @Nullable Scope around) {
        Query unordered = part.slice().isEverything() && part.distinctOn().isEmpty() ? part.orderedBy(List.of()) : part;
        Rows rows = planner.rows(unordered, items, statement, around);
        List<Output> outputs = new ArrayList<>(items.size());
        for (Projection.Item item : items) {
            outputs.add(new Output(rows.value(item.term()), "c" + (outputs.size() + 1)));
        }
        Select select = rows.finish(outputs);
        boolean plain = select.limit() == null
                && select.offset() == null
                && select.orderBy().isEmpty();
        return plain && select.outputs().size() == items.size() ? select : columns(select, items, statement, null);
    }

    /** Numbers equal rows, so that those which occur several times differ. */
    private static Select numbered(Select rows, List<Projection.Item> items, Planner.Statement statement) {
        return columns(rows, items, statement, "n");
    }

    private static Select columns(
            Select rows, List<Projection.Item> items, Planner.Statement statement, @Nullable String number) {
        String alias = statement.aliases().next("part");
        List<SqlExpr> columns = new ArrayList<>(items.size());
        List<Output> outputs = new ArrayList<>(items.size() + 1);
        for (Projection.Item item : items) {
            String name = "c" + (outputs.size() + 1);
            ColumnRef column = new ColumnRef(alias, name, item.term().type().storage());
            columns.add(column);
            outputs.add(new Output(column, name));
        }
        if (number != null) {
            outputs.add(new Output(
                    new SqlExpr.Over(
                            new SqlExpr.WindowCall(SqlExpr.WindowFunction.ROW_NUMBER, List.of(), StorageType.BIGINT),
                            columns,
                            List.of(),
                            null),
                    number));
        }
        return new Select(
                false,
                outputs,
                new FromItem.Derived(rows, alias),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    private @Nullable SqlExpr given(Term term) {
        for (int at = 0; at < items.size(); at++) {
            Term item = items.get(at).term();
            if (item.equals(term)
                    || (item instanceof Term.Annotated annotated
                            && annotated.value().equals(term))) {
                return column(at);
            }
        }
        if (term instanceof Term.Column) {
            throw new QueryException("'" + term + "' is none of the values that the combined queries give: "
                    + items.stream().map(Projection.Item::name).toList() + ".\nin query: " + query);
        }
        return null;
    }

    private ColumnRef column(int at) {
        return new ColumnRef(
                select.alias(), "c" + (at + 1), items.get(at).term().type().storage());
    }

    List<Projection.Item> items() {
        return items;
    }

    @Override
    public SqlExpr value(Term term) {
        return lowering.value(term, scope);
    }

    /** Other queries may give different values where the first one gives the same twice: the name tells them apart. */
    @Override
    public SqlExpr value(Projection.Item item) {
        int at = items.indexOf(item);
        return at < 0 ? value(item.term()) : column(at);
    }

    @Override
    public void restrict(SqlExpr condition) {
        select.where(condition);
    }

    @Override
    public Select finish(List<Output> outputs) {
        Clauses clauses = new Clauses();
        clauses.outputs.addAll(outputs);
        clauses.orderBy = lowering.orderOfRows(query.ordered() ? query.order() : List.of(), scope);
        clauses.limit = Cut.limit(query.slice());
        clauses.offset = Cut.offset(query.slice());
        return select.build(clauses);
    }
}
