package org.fetchwise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Assignment;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;

/**
 * Changes the rows of objects, each by assignments of its own: every column becomes one choice by the key, so that one statement
 * changes many rows.
 */
final class EachUpdate<T> {
    private final QueryState<T> state;
    private final EntityMeta<T> entity;
    private final Map<Object, List<Write.SetColumn>> changes = new LinkedHashMap<>();

    EachUpdate(
            QueryState<T> state,
            EntityMeta<T> entity,
            Collection<? extends T> objects,
            Function<? super T, ? extends Collection<? extends Assignment<? super T>>> changes) {
        this.state = state;
        this.entity = entity;
        Query query = state.query();
        for (T object : WriteBuilding.objects(query, objects, "bulkUpdateEach")) {
            List<Write.SetColumn> sets =
                    WriteBuilding.update(query, changes.apply(object)).sets();
            for (Write.SetColumn set : sets) {
                if (entity.key().has(set.column())) {
                    throw new QueryException("bulkUpdateEach cannot change '" + set.column() + "' of " + entity
                            + ": a row keeps its key.\nin query: " + query);
                }
            }
            this.changes.put(WriteBuilding.keyOf(entity, object), sets);
        }
    }

    /** Runs the statements, which take effect together, and gives the number of rows. */
    long run(int batchSize) {
        List<Object> keys = new ArrayList<>(changes.keySet());
        int most = Math.min(batchSize, mostRows());
        return state.database().atomic(() -> {
            long rows = 0;
            for (int at = 0; at < keys.size(); at += most) {
                List<Object> some = keys.subList(at, Math.min(keys.size(), at + most));
                rows += state.database()
                        .writing()
                        .update(update(some), state.database().caller());
            }
            return rows;
        });
    }

    /** Each assignment has the key it is for, and at least one value of its own. */
    private int mostRows() {
        int most = changes.values().stream().mapToInt(List::size).max().orElse(1);
        return Math.max(1, state.database().writing().mostParameters() / (4 * (most + 1)));
    }

    private Write.Updating update(List<Object> keys) {
        Map<ColumnAttribute, List<Term.Branch>> branches = new LinkedHashMap<>();
        Term key = Term.key(Path.of(entity));
        for (Object one : keys) {
            Term chosen = new Term.Compare(ComparisonOperator.EQUAL, key, new Term.Literal(one, key.type()));
            for (Write.SetColumn set : changes.getOrDefault(one, List.of())) {
                branches.computeIfAbsent(set.column(), missing -> new ArrayList<>())
                        .add(new Term.Branch(chosen, set.value()));
            }
        }
        List<Write.SetColumn> sets = new ArrayList<>();
        branches.forEach((column, choices) -> sets.add(new Write.SetColumn(
                column, new Term.Case(choices, new Term.Column(Path.of(entity), column), column.type()))));
        Term among = new Term.In(key, new Term.ListOf(keys, key.type()));
        return new Write.Updating(Query.of(entity).orderedBy(List.of()).with(new Clause.Filter(among)), sets);
    }
}
