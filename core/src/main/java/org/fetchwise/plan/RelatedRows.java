package org.fetchwise.plan;

import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/**
 * Subqueries over the rows that a to-many relation leads to from one row: conditions ask whether there is such a row, and
 * aggregates are taken over their own rows, so that several never multiply each other.
 */
final class RelatedRows {
    private final Lowering lowering;

    RelatedRows(Lowering lowering) {
        this.lowering = lowering;
    }

    /** A subquery over related rows in the making, and where its paths lead. */
    private record Related(SelectBuilder select, Scope scope) {}

    /** Whether any row at the end of a path fulfils a condition. */
    SqlExpr any(Path rows, Term condition, Scope scope) {
        Related related = related(rows, rows.steps().size() - 1, scope);
        Lowering.restrict(related.select(), lowering.condition(condition, related.scope()));
        return new SqlExpr.Exists(existence(related.select()));
    }

    /** Whether any row of a to-many relation fulfils a condition; where there is no row at all, everything is NULL. */
    SqlExpr anyRow(Term term, Path path, int many, Scope scope) {
        Related rows = related(path, many, scope);
        if (term instanceof Term.IsNull isNull) {
            SqlExpr none = new SqlExpr.Negation(new SqlExpr.Exists(existence(rows.select())));
            if (isNeverNull(isNull.value(), rows.scope())) {
                return none;
            }
            Related without = related(path, many, scope);
            Lowering.restrict(without.select(), lowering.comparison(term, without.scope()));
            return new SqlExpr.AnyOf(List.of(none, new SqlExpr.Exists(existence(without.select()))));
        }
        boolean always = term instanceof Term.IsNotNull isNotNull && isNeverNull(isNotNull.value(), rows.scope());
        if (!always) {
            Lowering.restrict(rows.select(), lowering.comparison(term, rows.scope()));
        }
        return new SqlExpr.Exists(existence(rows.select()));
    }

    private static boolean isNeverNull(Term term, Scope rows) {
        return term instanceof Term.Column column
                && !column.attribute().is(Trait.NULLABLE)
                && !rows.resolve(column.path()).isOuter();
    }

    SqlExpr quantified(Term.Quantified quantified, Scope scope) {
        Path path = quantified.rows();
        Related related = related(path, firstToMany(path, scope), scope);
        Node rows = related.scope().resolve(path);
        Term condition = quantified.condition();
        boolean all = quantified.quantifier() == Term.Quantifier.ALL;
        if (condition != null) {
            Scope row = scope.inner(Path.of(rows.meta()), rows, null);
            SqlExpr lowered = lowering.condition(condition, row, all ? Polarity.NEGATED : Polarity.PLAIN);
            Lowering.restrict(related.select(), all ? Negations.of(lowered) : lowered);
        }
        SqlExpr exists = new SqlExpr.Exists(existence(related.select()));
        return quantified.quantifier() == Term.Quantifier.ANY ? exists : new SqlExpr.Negation(exists);
    }

    static Select existence(SelectBuilder select) {
        SelectBuilder.Clauses clauses = new SelectBuilder.Clauses();
        clauses.outputs.add(new Output(new SqlExpr.Constant(1), null));
        return select.build(clauses);
    }

    /** An aggregate as a subquery of its own, evaluated for each row. */
    SqlExpr aggregate(Term.Aggregate aggregate, Scope scope) {
        Multiplication.refuse(aggregate);
        int many = firstToMany(aggregate.rows(), scope);
        List<Path> joined = Joins.manyOn(aggregate.rows());
        Related related = many < 0 ? itself(scope) : related(aggregate.rows(), many, scope);
        Scope rows = related.scope().keeping(joined);
        if (many >= 0) {
            restrictAsBefore(aggregate, Scope.prefix(aggregate.rows(), many), related.select(), rows);
        }
        SqlExpr filter = lowering.filter(aggregate, rows);
        if (filter != null) {
            // Not FILTER: an aggregate that speaks only of the rows around its subquery belongs to them.
            Lowering.restrict(related.select(), filter);
        }
        SqlExpr argument = lowering.argument(aggregate, rows);
        if (argument != null && isOfJoined(aggregate)) {
            related.select().require(Requirements.of(new SqlExpr.NullCheck(argument, true), related.select()));
        }
        lowering.strategies()
                .add(
                        aggregate,
                        "correlated subquery",
                        many < 0
                                ? "each row is a group by itself"
                                : "each row has an aggregate over its own rows of "
                                        + aggregate.rows().text());
        SelectBuilder.Clauses clauses = new SelectBuilder.Clauses();
        clauses.outputs.add(new Output(lowering.aggregation(aggregate, argument, null, rows), null));
        StorageType type = aggregate.type().storage();
        SqlExpr scalar = new SqlExpr.Scalar(related.select().build(clauses), type);
        Term none = many < 0 ? null : ofNoRow(aggregate);
        return none == null
                ? scalar
                : new SqlExpr.Call(SqlFunction.COALESCE, List.of(scalar, lowering.value(none, scope)), type);
    }

    /**
     * What an owner without rows gets, or null for NULL. As in Django, whose join gives it one row of NULLs, that is what a choice
     * gives where none of its conditions holds.
     */
    private static @Nullable Term ofNoRow(Term.Aggregate aggregate) {
        boolean ofOneRow = switch (aggregate.function()) {
            case SUM, AVG, MIN, MAX -> aggregate.filter() == null && aggregate.rowFilter() == null;
            default -> false;
        };
        return ofOneRow
                        && aggregate.argument() instanceof Term.Case choice
                        && choice.otherwise() instanceof Term.Slot value
                        && choice.branches().stream().allMatch(branch -> needs(branch.condition(), aggregate.rows()))
                ? value
                : null;
    }

    /** Whether a condition cannot hold without a row at the end of a path. */
    private static boolean needs(Term condition, Path rows) {
        return switch (condition) {
            case Term.And and -> and.terms().stream().anyMatch(term -> needs(term, rows));
            case Term.Or or -> or.terms().stream().allMatch(term -> needs(term, rows));
            case Term.IsNotNull present -> isOf(present.value(), rows);
            case Term.Column column -> isOf(column, rows);
            default -> Nullability.of(condition).stream().anyMatch(term -> isOf(term, rows));
        };
    }

    private static boolean isOf(Term term, Path rows) {
        int length = rows.steps().size();
        return term instanceof Term.Column column
                && column.path().steps().size() >= length
                && Scope.prefix(column.path(), length - 1).equals(rows);
    }

    /** Whether a row without the value changes nothing, so that joined tables need no outer join. */
    private static boolean isOfJoined(Term.Aggregate aggregate) {
        return switch (aggregate.function()) {
            case JSON_ARRAYAGG -> false;
            default -> true;
        };
    }

    /** As in Django, an aggregate keeps to the rows that the last call of filter before it has spoken of. */
    private void restrictAsBefore(Term.Aggregate aggregate, Path many, SelectBuilder select, Scope rows) {
        Query query = lowering.query();
        if (query.entity() != many.root()) {
            return;
        }
        int last = Joins.lastCall(query, many, Joins.position(query, aggregate));
        if (last >= 0 && query.clauses().get(last) instanceof Clause.Filter filter) {
            for (Term term : filter.condition() instanceof Term.And and ? and.terms() : List.of(filter.condition())) {
                if (Joins.of(term).contains(many)) {
                    Lowering.restrict(select, lowering.condition(term, rows));
                }
            }
        } else if (last < 0 && isBackToOwner(query, many)) {
            Owners owners = Objects.requireNonNull(query.owners());
            Term key = Term.of(many, many.target().key());
            Lowering.restrict(select, lowering.condition(new Term.In(key, owners.keys()), rows));
        }
    }

    /** Whether a path leads back over the link that the query's rows come over from one owner: it is joined already. */
    private static boolean isBackToOwner(Query query, Path many) {
        Owners owners = query.owners();
        return owners != null
                && owners.isOne()
                && many.steps().size() == 1
                && many.last().equals(Planner.inverse(owners.relation()));
    }

    /** The position of the first to-many relation of a path beyond the scope, or -1. */
    private static int firstToMany(Path path, Scope scope) {
        int from = path.root() == scope.base().root() ? scope.base().steps().size() : 0;
        for (int at = from; at < path.steps().size(); at++) {
            if (path.steps().get(at) instanceof ToManyAttribute) {
                return at;
            }
        }
        return -1;
    }

    /** Begins a subquery over the row itself. */
    private static Related itself(Scope scope) {
        if (!scope.base().isRoot()) {
            throw new QueryException(
                    "An aggregate within an aggregate takes the rows of a to-many relation, not " + scope.base() + ".");
        }
        Node owner = scope.node();
        EntityMeta<?> meta = owner.meta();
        SelectBuilder around = owner.select();
        SelectBuilder select = new SelectBuilder(meta.table(), Node.wish(meta), around.aliases(), around.tables());
        Node rows = Node.rows(select, meta);
        select.where(Node.equal(rows.columns(meta.key()), owner.columns(meta.key())));
        return new Related(select, scope.inner(scope.base(), rows, List.of()));
    }

    /** Begins a subquery over the rows of a to-many relation, tied to the owner's row. */
    private Related related(Path path, int many, Scope scope) {
        Path before = new Path(path.root(), path.steps().subList(0, many));
        ToManyAttribute relation = (ToManyAttribute) path.steps().get(many);
        Node owner = scope.resolve(before);
        KeyColumns key = owner.meta().key();
        SelectBuilder around = owner.select();
        EntityMeta<?> target = relation.target();
        LinkTable link = relation.link();
        SelectBuilder select;
        Node rows;
        List<SqlExpr.ColumnRef> references;
        if (link != null) {
            select = new SelectBuilder(link.table(), relation.name() + "_link", around.aliases(), around.tables());
            rows = Node.behindLink(select, target, link);
            references = Node.references(select.alias(), link.ownerColumns(), key);
        } else {
            select = new SelectBuilder(target.table(), Node.wish(target), around.aliases(), around.tables());
            rows = Node.rows(select, target);
            references = rows.columns(((ToOneAttribute) Objects.requireNonNull(relation.inverse())).foreignKey());
        }
        select.where(Node.equal(references, owner.columns(key)));
        Term condition = FilteredRows.of(relation);
        if (condition != null) {
            Scope row = scope.inner(Path.of(target), rows, List.of());
            Lowering.restrict(select, lowering.condition(condition, row));
        }
        return new Related(select, scope.inner(before.then(relation), rows, scope.asks() ? List.of() : null));
    }
}
