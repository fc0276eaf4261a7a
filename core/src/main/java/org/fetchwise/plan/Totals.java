package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.jspecify.annotations.Nullable;

/** Plans aggregates over all rows of a query. */
final class Totals {
    private Totals() {}

    static Planned of(Planner planner, Query query, List<Projection.Item> items, Planner.Statement statement) {
        List<Output> outputs = new ArrayList<>(items.size());
        List<ValueColumn> columns = new ArrayList<>(items.size());
        Select select;
        if (isOverResult(query, items)) {
            select = overResult(planner, query, items, statement);
        } else {
            Rows rows = Grouped.of(planner, query.groupedBy(List.of()).orderedBy(List.of()), items, statement, null);
            for (Projection.Item item : items) {
                outputs.add(new Output(rows.value(item.term()), item.name()));
            }
            select = rows.finish(outputs);
        }
        for (Projection.Item item : items) {
            columns.add(new ValueColumn(columns.size() + 1, item.term().type().widened(), item.name()));
        }
        return statement.planned(select, new RowShape.Fields(columns));
    }

    /**
     * Whether the rows are only complete as the result of a query: groups, numbered rows, combined ones, and those that were
     * chosen by an aggregate over what belongs to each.
     */
    private static boolean isOverResult(Query query, List<Projection.Item> items) {
        return query.combined() != null
                || query.grouping() != null
                || query.clauses().stream()
                        .anyMatch(clause ->
                                clause instanceof Clause.Filter filter && TermWalk.isAggregated(filter.condition()))
                || Planner.windowed(query)
                || items.stream().anyMatch(item -> TermWalk.isWindowed(item.term()))
                || !query.slice().isEverything()
                || !query.distinctOn().isEmpty();
    }

    private static Select overResult(
            Planner planner, Query query, List<Projection.Item> items, Planner.Statement statement) {
        List<Projection.Item> asked = new ArrayList<>();
        for (Projection.Item item : items) {
            TermWalk.aggregates(item.term(), aggregate -> {
                Term counted = counted(aggregate);
                if (counted != null) {
                    asked.add(new Projection.Item("", counted));
                }
            });
        }
        Rows rows = planner.rows(query, asked, statement, null);
        Part part = new Part(statement.aliases());
        SelectBuilder select = new SelectBuilder(
                part.alias(),
                () -> new FromItem.Derived(rows.finish(part.outputs()), part.alias()),
                statement.aliases(),
                statement.tables());
        Lowering outside = new Lowering(planner, query, statement, (term, polarity) -> {
            if (!(term instanceof Term.Aggregate aggregate)) {
                return null;
            }
            statement.strategies().add(aggregate, "derived table", "it is taken over the rows that the query gives");
            return outside(aggregate, rows, part);
        });
        Scope scope = new Scope(
                Path.of(query.entity()), Node.root(select, query.entity()), Scope.LATEST, null, List.of(), outside);
        SelectBuilder.Clauses clauses = new SelectBuilder.Clauses();
        for (Projection.Item item : items) {
            clauses.outputs.add(new Output(outside.value(item.term(), scope), item.name()));
        }
        return select.build(clauses);
    }

    private static SqlExpr outside(Term.Aggregate aggregate, Rows rows, Part part) {
        Term argument = counted(aggregate);
        Term filter = aggregate.filter();
        return new Aggregation(
                aggregate.function(),
                aggregate.distinct(),
                argument == null ? null : part.column(rows.value(argument)),
                filter == null ? null : part.column(rows.value(filter)),
                aggregate.type().storage(),
                aggregate.options().parameters().stream().map(rows::value).toList(),
                aggregate.options().order().stream()
                        .map(order ->
                                new SortKey(part.column(rows.value(order.value())), order.descending(), order.nulls()))
                        .toList());
    }

    /** What an aggregate takes of each row, or null where it takes the row itself. */
    private static @Nullable Term counted(Term.Aggregate aggregate) {
        boolean takesRows = aggregate.rows().isRoot() && !aggregate.distinct();
        return aggregate.argument() != null || takesRows
                ? aggregate.argument()
                : new Term.Column(
                        aggregate.rows(),
                        Lowering.countedOf(aggregate, aggregate.rows().target()));
    }
}
