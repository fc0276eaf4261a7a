package org.fetchwise.plan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/** Terms become SQL expressions: attributes become columns of the tables that their paths lead to. */
final class Lowering {
    private final Planner planner;

    Lowering(Planner planner) {
        this.planner = planner;
    }

    /** A term as a value. */
    SqlExpr value(Term term, Scope scope) {
        return switch (term) {
            case Term.Column column -> scope.resolve(column.path()).column(column.attribute());
            case Term.Tuple tuple -> new SqlExpr.Row(columns(tuple, scope));
            case Term.Slot slot ->
                new SqlExpr.Parameter(slot.index(), slot.type().storage());
            case Term.Literal literal -> new SqlExpr.Constant(literal.value());
            case Term.Now now -> throw new IllegalStateException("the time is a slot by now");
            case Term.Aggregate aggregate -> aggregate(aggregate, scope);
            case Term.Arithmetic arithmetic ->
                new SqlExpr.Arithmetic(
                        arithmetic.operator(),
                        value(arithmetic.left(), scope),
                        value(arithmetic.right(), scope),
                        arithmetic.type().storage());
            case Term.Call call ->
                new SqlExpr.Call(
                        call.function(),
                        values(call.arguments(), scope),
                        call.type().storage());
            case Term.Cast cast ->
                new SqlExpr.Cast(value(cast.value(), scope), cast.type().storage(), cast.precision(), cast.scale());
            case Term.Declared declared -> value(declared.value(), scope);
            case Term.Local local -> new SqlExpr.InZone(value(local.instant(), scope), known(local.zone()));
            case Term.OfLocal local -> new SqlExpr.FromZone(value(local.local(), scope), known(local.zone()));
            case Term.Collated collated -> new SqlExpr.Collated(value(collated.text(), scope), collated.collation());
            case Term.JsonGet get ->
                new SqlExpr.JsonGet(
                        value(get.document(), scope), get.path(), get.type().storage());
            case Term.JsonObject object ->
                new SqlExpr.JsonObject(object.members().stream()
                        .map(member -> new SqlExpr.JsonMember(member.name(), value(member.value(), scope)))
                        .toList());
            case Term.Template template ->
                new SqlExpr.Template(
                        template.texts(),
                        values(template.operands(), scope),
                        template.type().storage());
            case Term.Case choice -> choice(choice, scope);
            case Term.Windowed windowed -> windowed(windowed, scope);
            case Term.Ranking ranking ->
                throw new QueryException(ranking + " exists only over a window: add over(window()...).");
            case Term.Annotated annotated -> value(annotated.value(), scope.inGroup(Scope.LATEST));
            case Term.Named named -> throw unresolved(named);
            case Term.NamedOrder named -> throw unresolved(named);
            case Term.NamedAggregate aggregate -> throw unresolved(aggregate);
            case Term.NamedCall call -> throw unresolved(call);
            case Term.Condition condition -> condition(condition, scope);
        };
    }

    private static ZoneId known(@Nullable ZoneId zone) {
        return Objects.requireNonNull(zone, "the zone of the handle is filled in by now");
    }

    private List<SqlExpr> values(List<Term> terms, Scope scope) {
        List<SqlExpr> lowered = new ArrayList<>(terms.size());
        for (Term term : terms) {
            lowered.add(value(term, scope));
        }
        return lowered;
    }

    private SqlExpr choice(Term.Case choice, Scope scope) {
        List<SqlExpr.When> branches = new ArrayList<>();
        for (Term.Branch branch : choice.branches()) {
            branches.add(new SqlExpr.When(condition(branch.condition(), scope), value(branch.value(), scope)));
        }
        SqlExpr otherwise = choice.otherwise() == null ? new SqlExpr.Constant(null) : value(choice.otherwise(), scope);
        return new SqlExpr.Case(branches, otherwise, choice.type().storage());
    }

    private SqlExpr windowed(Term.Windowed windowed, Scope scope) {
        StorageType type = windowed.type().storage();
        SqlExpr function = switch (windowed.function()) {
            case Term.Ranking ranking -> new SqlExpr.WindowCall(ranking.function(), List.of(), type);
            case Term.Aggregate aggregate when aggregate.rows().isRoot() -> ownRows(aggregate, scope);
            case Term other ->
                throw new QueryException("'" + other + "' cannot be taken over a window: aggregate a column of "
                        + scope.base().root() + " itself.");
        };
        Term.Frame frame = windowed.frame();
        return new SqlExpr.Over(
                function,
                values(windowed.partitionBy(), scope),
                order(windowed.orderBy(), scope),
                frame == null ? null : new SqlExpr.Frame(frame.rows(), frame.start(), frame.end()));
    }

    List<SortKey> order(List<Term.Order> orders, Scope scope) {
        List<SortKey> keys = new ArrayList<>(orders.size());
        for (Term.Order order : orders) {
            keys.add(new SortKey(value(order.value(), scope), order.descending(), order.nulls()));
        }
        return keys;
    }

    /** A condition that stands within no negation. */
    SqlExpr condition(Term term, Scope scope) {
        return condition(term, scope, Polarity.PLAIN);
    }

    private SqlExpr condition(Term term, Scope scope, Polarity polarity) {
        return switch (term) {
            case Term.And and -> joined(and.terms(), scope, polarity, true);
            case Term.Or or -> joined(or.terms(), scope, polarity, false);
            case Term.Xor xor -> parity(xor.terms(), scope, polarity.asValue());
            case Term.Not not -> Negations.of(condition(not.condition(), scope, polarity.negated()));
            case Term.Quantified quantified -> quantified(quantified, scope);
            case Term.Condition leaf -> leaf(leaf, scope, polarity);
            case Term.Column column -> leaf(column, scope, polarity);
            case Term other -> value(other, scope);
        };
    }

    private SqlExpr joined(List<Term> terms, Scope scope, Polarity polarity, boolean all) {
        if (terms.isEmpty()) {
            return new SqlExpr.Constant(all);
        }
        List<SqlExpr> lowered = new ArrayList<>(terms.size());
        for (Term term : terms) {
            SqlExpr condition = condition(term, scope, polarity);
            if (all && condition instanceof SqlExpr.AllOf nested) {
                lowered.addAll(nested.terms());
            } else {
                lowered.add(condition);
            }
        }
        if (lowered.size() == 1) {
            return lowered.get(0);
        }
        return all ? new SqlExpr.AllOf(lowered) : new SqlExpr.AnyOf(lowered);
    }

    /** Whether an odd number of conditions holds: the sum of ones and zeros is odd. */
    private SqlExpr parity(List<Term> terms, Scope scope, Polarity polarity) {
        SqlExpr sum = null;
        SqlExpr one = new SqlExpr.Constant(1);
        SqlExpr zero = new SqlExpr.Constant(0);
        for (Term term : terms) {
            SqlExpr holds = condition(term, scope, polarity);
            SqlExpr bit = new SqlExpr.Case(List.of(new SqlExpr.When(holds, one)), zero, StorageType.INTEGER);
            sum = sum == null
                    ? bit
                    : new SqlExpr.Arithmetic(SqlExpr.ArithmeticOperator.PLUS, sum, bit, StorageType.INTEGER);
        }
        if (sum == null) {
            return new SqlExpr.Constant(false);
        }
        return Node.equal(
                new SqlExpr.Arithmetic(
                        SqlExpr.ArithmeticOperator.MODULO, sum, new SqlExpr.Constant(2), StorageType.INTEGER),
                one);
    }

    /**
     * A single condition. Within a negation it must not be unknown, or rows with NULL would fall out on both sides; and over
     * a to-many relation it asks whether any related row fulfils it, unless the same call has spoken of such a row before.
     */
    private SqlExpr leaf(Term term, Scope scope, Polarity polarity) {
        if (polarity == Polarity.PLAIN) {
            return comparison(term, scope);
        }
        for (Term.Column column : Columns.of(term)) {
            int many = firstToMany(column.path(), scope);
            if (many >= 0 && !scope.isJoined(column.path(), many)) {
                return anyRow(term, column.path(), many, scope);
            }
        }
        if (polarity == Polarity.RESTORED) {
            return comparison(term, scope);
        }
        List<SqlExpr> parts = new ArrayList<>();
        parts.add(comparison(term, scope));
        for (Term part : Nullability.of(term)) {
            SqlExpr value = value(part, scope);
            if (!(part instanceof Term.Column column) || mayBeNull(column, scope)) {
                parts.add(new SqlExpr.NullCheck(value, true));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new SqlExpr.AllOf(parts);
    }

    private static boolean mayBeNull(Term.Column column, Scope scope) {
        Node node = scope.resolve(column.path());
        String alias = node.column(column.attribute()).alias();
        return column.attribute().is(Trait.NULLABLE)
                || (node.isOuter() && !node.select().isRequired(alias));
    }

    /** Whether any row of a to-many relation fulfils a condition; where there is no row at all, everything is NULL. */
    private SqlExpr anyRow(Term term, Path path, int many, Scope scope) {
        Related rows = related(path, many, scope);
        if (term instanceof Term.IsNull isNull) {
            SqlExpr none = new SqlExpr.Negation(new SqlExpr.Exists(existence(rows.select())));
            if (isNeverNull(isNull.value(), rows.scope())) {
                return none;
            }
            Related without = related(path, many, scope);
            restrict(without.select(), comparison(term, without.scope()));
            return new SqlExpr.AnyOf(List.of(none, new SqlExpr.Exists(existence(without.select()))));
        }
        boolean always = term instanceof Term.IsNotNull isNotNull && isNeverNull(isNotNull.value(), rows.scope());
        if (!always) {
            restrict(rows.select(), comparison(term, rows.scope()));
        }
        return new SqlExpr.Exists(existence(rows.select()));
    }

    private static boolean isNeverNull(Term term, Scope rows) {
        return term instanceof Term.Column column
                && !column.attribute().is(Trait.NULLABLE)
                && !rows.resolve(column.path()).isOuter();
    }

    private SqlExpr comparison(Term term, Scope scope) {
        return switch (term) {
            case Term.Compare compare ->
                new SqlExpr.Comparison(compare.operator(), value(compare.left(), scope), value(compare.right(), scope));
            case Term.IsNull isNull -> new SqlExpr.NullCheck(value(isNull.value(), scope), false);
            case Term.IsNotNull isNotNull -> new SqlExpr.NullCheck(value(isNotNull.value(), scope), true);
            case Term.In in -> in(in, scope);
            case Term.Match match ->
                new SqlExpr.TextMatch(
                        match.position(), match.ignoreCase(), value(match.text(), scope), value(match.part(), scope));
            case Term.Regex regex ->
                new SqlExpr.RegexMatch(regex.ignoreCase(), value(regex.text(), scope), value(regex.pattern(), scope));
            case Term.Between between ->
                new SqlExpr.Between(
                        value(between.value(), scope), value(between.low(), scope), value(between.high(), scope));
            case Term.Range range -> {
                SqlExpr value = value(range.value(), scope);
                yield new SqlExpr.AllOf(List.of(
                        new SqlExpr.Comparison(ComparisonOperator.GREATER_OR_EQUAL, value, value(range.low(), scope)),
                        new SqlExpr.Comparison(ComparisonOperator.LESS, value, value(range.high(), scope))));
            }
            case Term.JsonContains contains ->
                new SqlExpr.JsonContains(value(contains.document(), scope), value(contains.part(), scope));
            case Term.Lookup lookup -> throw unresolved(lookup);
            case Term.NamedComparison comparison -> throw unresolved(comparison);
            case Term other -> value(other, scope);
        };
    }

    private static IllegalStateException unresolved(Term term) {
        return new IllegalStateException("'" + term + "' is resolved by now");
    }

    /** The columns of a value that has several. */
    List<SqlExpr> columns(Term.Tuple tuple, Scope scope) {
        return values(List.copyOf(tuple.parts()), scope);
    }

    private SqlExpr in(Term.In in, Scope scope) {
        SqlExpr value = value(in.value(), scope);
        return switch (in.values()) {
            case Term.ListSlot slot ->
                new SqlExpr.InParameter(value, slot.index(), slot.type().storage());
            case Term.RowSlots slots -> new SqlExpr.InRows(rowOf(value), parameters(slots));
            case Term.OneOf one -> Node.equal(value, value(one.value(), scope));
            case Term.QueryValues subquery -> new SqlExpr.InSelect(value, column(subquery.query(), scope));
            // Among no values there is none; the value has made its joins all the same.
            case Term.ListOf list -> new SqlExpr.Constant(false);
        };
    }

    private static List<SqlExpr> rowOf(SqlExpr value) {
        return value instanceof SqlExpr.Row row ? row.values() : List.of(value);
    }

    static List<SqlExpr.Parameter> parameters(Term.RowSlots slots) {
        return slots.columns().stream()
                .map(slot -> new SqlExpr.Parameter(slot.index(), slot.type().storage()))
                .toList();
    }

    /** A subquery of one column without NULL, so that its negation means what it says. */
    private Select column(Query query, Scope scope) {
        return planner.column(query, scope);
    }

    private SqlExpr quantified(Term.Quantified quantified, Scope scope) {
        Path path = quantified.rows();
        Related related = related(path, firstToMany(path, scope), scope);
        Node rows = related.scope().resolve(path);
        Term condition = quantified.condition();
        boolean all = quantified.quantifier() == Term.Quantifier.ALL;
        if (condition != null) {
            Scope row = new Scope(Path.of(rows.meta()), rows, 0, scope);
            SqlExpr lowered = condition(condition, row, all ? Polarity.NEGATED : Polarity.PLAIN);
            restrict(related.select(), all ? Negations.of(lowered) : lowered);
        }
        SqlExpr exists = new SqlExpr.Exists(existence(related.select()));
        return quantified.quantifier() == Term.Quantifier.ANY ? exists : new SqlExpr.Negation(exists);
    }

    private static Select existence(SelectBuilder select) {
        SelectBuilder.Clauses clauses = new SelectBuilder.Clauses();
        clauses.outputs.add(new Output(new SqlExpr.Constant(1), null));
        return select.build(clauses);
    }

    /** An aggregate over related rows is a subquery of its own, so that several never multiply each other. */
    private SqlExpr aggregate(Term.Aggregate aggregate, Scope scope) {
        int many = firstToMany(aggregate.rows(), scope);
        if (many < 0) {
            throw new QueryException(
                    "'" + aggregate + "' is taken over " + (aggregate.rows().isRoot() ? "all rows" : "one row")
                            + " here. Aggregate over a to-many relation instead.");
        }
        Multiplication.refuse(aggregate);
        Related related = related(aggregate.rows(), many, scope);
        SqlExpr filter = filter(aggregate, related.scope());
        if (filter != null) {
            // Not FILTER: an aggregate that speaks only of the rows around its subquery belongs to them.
            restrict(related.select(), filter);
        }
        SqlExpr argument = argument(aggregate, related.scope());
        if (argument != null) {
            related.select().require(Requirements.of(new SqlExpr.NullCheck(argument, true), related.select()));
        }
        SelectBuilder.Clauses clauses = new SelectBuilder.Clauses();
        clauses.outputs.add(new Output(aggregation(aggregate, argument, null), null));
        return new SqlExpr.Scalar(
                related.select().build(clauses), aggregate.type().storage());
    }

    /** An aggregate over the rows of a scope. */
    SqlExpr ownRows(Term.Aggregate aggregate, Scope scope) {
        return aggregation(aggregate, argument(aggregate, scope), filter(aggregate, scope));
    }

    private static SqlExpr aggregation(Term.Aggregate aggregate, @Nullable SqlExpr argument, @Nullable SqlExpr filter) {
        return new SqlExpr.Aggregation(
                aggregate.function(),
                aggregate.distinct(),
                argument,
                filter,
                aggregate.type().storage());
    }

    private @Nullable SqlExpr filter(Term.Aggregate aggregate, Scope scope) {
        SqlExpr filter = aggregate.filter() == null ? null : condition(aggregate.filter(), scope);
        if (aggregate.rowFilter() == null) {
            return filter;
        }
        Node rows = scope.resolve(aggregate.rows());
        SqlExpr rowFilter = condition(aggregate.rowFilter(), new Scope(Path.of(rows.meta()), rows, 0, scope));
        return filter == null ? rowFilter : new SqlExpr.AllOf(List.of(filter, rowFilter));
    }

    private @Nullable SqlExpr argument(Term.Aggregate aggregate, Scope scope) {
        if (aggregate.argument() != null) {
            return value(aggregate.argument(), scope);
        }
        Node rows = scope.resolve(aggregate.rows());
        boolean further = scope.base().steps().size() < aggregate.rows().steps().size();
        return aggregate.distinct() || rows.isOuter() || further
                ? rows.column(rows.meta().key())
                : null;
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

    /** Begins a subquery over the rows of a to-many relation, tied to the owner's row. */
    private Related related(Path path, int many, Scope scope) {
        Path before = new Path(path.root(), path.steps().subList(0, many));
        ToManyAttribute relation = (ToManyAttribute) path.steps().get(many);
        Node owner = scope.resolve(before);
        SqlExpr.ColumnRef ownerKey = owner.column(owner.meta().key());
        SelectBuilder around = owner.select();
        EntityMeta<?> target = relation.target();
        LinkTable link = relation.link();
        SelectBuilder select;
        Node rows;
        String keyColumn;
        if (link != null) {
            select = new SelectBuilder(link.table(), relation.name() + "_link", around.aliases(), around.tables());
            rows = Node.behindLink(select, target, link);
            keyColumn = link.ownerColumn();
        } else {
            select = new SelectBuilder(target.table(), Node.wish(target), around.aliases(), around.tables());
            rows = Node.root(select, target);
            keyColumn = ((ToOneAttribute) Objects.requireNonNull(relation.inverse()))
                    .foreignKey()
                    .column();
        }
        select.where(Node.equal(new SqlExpr.ColumnRef(select.alias(), keyColumn, ownerKey.type()), ownerKey));
        return new Related(select, new Scope(before.then(relation), rows, 0, scope));
    }

    /** A subquery over related rows in the making, and where its paths lead. */
    private record Related(SelectBuilder select, Scope scope) {}

    /** Adds a condition to WHERE; joined tables whose rows it requires need no outer join. */
    static void restrict(SelectBuilder select, SqlExpr condition) {
        select.require(Requirements.of(condition, select));
        select.where(condition);
    }
}
