package org.fetchwise.plan;

import java.util.List;
import java.util.Objects;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.RowCondition;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of relations that lead to some of their rows. They belong to the join: behind it, rows without a partner
 * would fall out.
 */
final class FilteredRows {
    private FilteredRows() {}

    /** What the rows of a relation fulfil, or null where it leads to all. */
    static @Nullable Term of(@Nullable RelationAttribute relation) {
        RowCondition condition = relation instanceof ToManyAttribute many ? many.condition() : null;
        return condition == null ? null : (Term) condition;
    }

    /** What the joined rows fulfil; other tables that it speaks of are looked at in a subquery. */
    static @Nullable SqlExpr condition(@Nullable RelationAttribute relation, String alias, @Nullable Scope around) {
        Term condition = of(relation);
        if (relation == null || condition == null) {
            return null;
        }
        Scope scope = Objects.requireNonNull(around);
        EntityMeta<?> meta = relation.target();
        Node rows = Node.at(scope.node().select(), meta, alias);
        if (isOfColumns(condition)) {
            return scope.lowering().condition(condition, scope.inner(Path.of(meta), rows, List.of()));
        }
        return among(relation, rows.columns(meta.key()), scope);
    }

    /** That a key is among those of the rows that fulfil the condition. */
    static @Nullable SqlExpr among(@Nullable RelationAttribute relation, List<ColumnRef> key, @Nullable Scope around) {
        Term condition = of(relation);
        if (relation == null || condition == null) {
            return null;
        }
        Scope scope = Objects.requireNonNull(around);
        SqlExpr value = key.size() == 1 ? key.getFirst() : new SqlExpr.Row(List.copyOf(key));
        Query rows = Query.of(relation.target()).orderedBy(List.of()).with(new Clause.Filter(condition));
        return scope.lowering().planner().in(value, rows, scope);
    }

    private static boolean isOfColumns(Term condition) {
        return !TermWalk.any(condition, part -> switch (part) {
            case Term.Column column -> !column.path().isRoot();
            case Term.Aggregate aggregate -> true;
            case Term.Quantified quantified -> true;
            case Term other -> false;
        });
    }
}
