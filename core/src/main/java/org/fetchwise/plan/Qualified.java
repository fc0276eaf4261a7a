package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;

/**
 * Filters on functions over windows: they are computed in a derived table, whose columns the conditions compare. What a
 * condition compares besides is computed there, too.
 */
final class Qualified {
    private Qualified() {}

    static Select select(SelectBuilder select, Clauses inner, List<Term> conditions, Scope scope) {
        Part part = new Part(select.aliases());
        List<Output> outputs = new ArrayList<>(inner.outputs.size());
        for (Output output : inner.outputs) {
            outputs.add(new Output(part.column(output.value()), output.name()));
        }
        List<SortKey> order = new ArrayList<>(inner.orderBy.size());
        for (SortKey key : inner.orderBy) {
            order.add(new SortKey(part.column(key.value()), key.descending(), key.nulls()));
        }
        Lowering inside = scope.lowering();
        Lowering outside = inside.beside((term, polarity) -> {
            boolean windowed = TermWalk.isWindowed(term);
            if (term instanceof Term.Slot || term instanceof Term.Annotated) {
                return null;
            }
            if (windowed) {
                return term instanceof Term.Windowed ? part.column(inside.value(term, scope)) : null;
            }
            return part.column(
                    term instanceof Term.Condition
                            ? inside.condition(term, scope, polarity)
                            : inside.value(term, scope));
        });
        List<SqlExpr> where = new ArrayList<>();
        for (Term condition : conditions) {
            where.add(outside.condition(condition, scope));
        }
        boolean distinct = inner.distinct;
        SqlExpr limit = inner.limit;
        SqlExpr offset = inner.offset;
        inner.outputs = new ArrayList<>(part.outputs());
        inner.distinct = false;
        inner.orderBy = List.of();
        inner.limit = null;
        inner.offset = null;
        return new Select(
                distinct,
                outputs,
                new FromItem.Derived(select.build(inner), part.alias()),
                List.of(),
                SelectBuilder.conjunction(where),
                List.of(),
                null,
                order,
                limit,
                offset);
    }
}
