package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Clause;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Source;
import org.fetchwise.query.Term;
import org.fetchwise.sql.CommonTable;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;

/**
 * The querysets that a statement reads like tables. Each is planned once; the statement begins with them, or, where a change
 * of rows has no such place, they stand where they are read. Mutable; serves one statement.
 */
final class Sources {
    private final Map<Source, Select> planned = new LinkedHashMap<>();
    private final boolean first;

    /**
     * @param first whether the statement begins with them
     */
    Sources(boolean first) {
        this.first = first;
    }

    /** Begins a SELECT over the rows of one. */
    Node rows(Planner planner, Source source, Planner.Statement statement) {
        Select select = planned.get(source);
        if (select == null) {
            if (isName(source.name())) {
                throw new QueryException("Two different querysets are read as tables called '" + source.name()
                        + "' in one query. Give one another name.\nin query: " + source);
            }
            select = select(planner, source.query(), statement);
            planned.put(source, select);
        }
        String alias = statement.aliases().next(source.name());
        FromItem item = first ? new FromItem.Table(source.name(), alias) : new FromItem.Derived(select, alias);
        Supplier<FromItem> from = () -> item;
        return Node.ofSource(
                new SelectBuilder(alias, from, statement.aliases(), statement.tables()),
                source.query().entity(),
                columns(source.query()));
    }

    /** Whether rows go by a name. */
    boolean isName(String name) {
        return planned.keySet().stream().anyMatch(source -> source.name().equalsIgnoreCase(name));
    }

    /** The statement, which begins with the rows that it reads like tables. */
    Select named(Select select, Planner.Statement statement) {
        if (!first || planned.isEmpty()) {
            return select;
        }
        List<CommonTable> tables = new ArrayList<>();
        planned.forEach((source, rows) -> {
            if (statement.tables().stream().anyMatch(source.name()::equalsIgnoreCase)) {
                throw new QueryException("The queryset that is read as a table called '" + source.name()
                        + "' would hide the table of that name. Give it another.\nin query: " + source);
            }
            tables.add(new CommonTable(source.name(), rows));
        });
        return select.naming(tables);
    }

    private static Select select(Planner planner, Query query, Planner.Statement statement) {
        Query asked = query.slice().isEverything() && query.distinctOn().isEmpty() ? query.orderedBy(List.of()) : query;
        Path root = Path.of(query.entity());
        List<Projection.Item> items = new ArrayList<>();
        for (ColumnAttribute column : query.entity().columnsOfRows(columns(query))) {
            items.add(new Projection.Item(column.column(), new Term.Column(root, column)));
        }
        for (Clause.Annotate annotate : query.annotations()) {
            items.add(new Projection.Item(annotate.name(), annotate.term()));
        }
        Rows rows = planner.rows(asked, items, statement, null);
        List<Output> outputs = new ArrayList<>();
        items.forEach(item -> outputs.add(new Output(rows.value(item.term()), null)));
        Select select = rows.finish(outputs);
        List<Output> named = new ArrayList<>();
        for (Output output : select.outputs()) {
            // What orders different rows is among their columns, and MariaDB wants each column named differently.
            String name = named.size() < items.size() ? items.get(named.size()).name() : "order_" + named.size();
            boolean isNamed = output.value() instanceof SqlExpr.ColumnRef column
                    && column.column().equals(name);
            named.add(new Output(output.value(), isNamed ? null : name));
        }
        return select.giving(named);
    }

    /** The columns that the rows have: those of objects, or those that the query chose. */
    private static long columns(Query query) {
        EntityMeta<?> meta = query.entity();
        ColumnChoice choice = ((Projection.Entities) query.projection()).columns();
        return Planner.chosen(Path.of(meta), choice)
                | meta.alwaysRead()
                | meta.key().bits();
    }
}
