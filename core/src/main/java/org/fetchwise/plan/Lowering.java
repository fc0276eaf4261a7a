package org.fetchwise.plan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.StorageType;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Tuples;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Terms of one query become SQL expressions: attributes become columns of the tables that their paths lead to. Mutable: it
 * remembers the values that stand already. Serves one statement.
 */
final class Lowering {
    private final Planner planner;
    private final Query query;
    private final Planner.Statement statement;
    private final Given given;
    private final RelatedRows related;
    private final Map<Term, SqlExpr> remembered = new HashMap<>();

    Lowering(Planner planner, Query query, Planner.Statement statement, Given given) {
        this.planner = planner;
        this.query = query;
        this.statement = statement;
        this.given = given;
        this.related = new RelatedRows(this);
    }

    /** Tells the values of terms that are computed elsewhere. */
    @FunctionalInterface
    interface Given {
        /** Nothing is computed elsewhere. */
        Given NOTHING = (term, polarity) -> null;

        /**
         * The value of a term.
         *
         * @param term the term
         * @param polarity the negations around it
         */
        @Nullable
        SqlExpr of(Term term, Polarity polarity);
    }

    /** What lowers the same query where some terms are computed elsewhere. */
    Lowering beside(Given elsewhere) {
        return new Lowering(planner, query, statement, elsewhere);
    }

    Planner planner() {
        return planner;
    }

    Query query() {
        return query;
    }

    Strategies strategies() {
        return statement.strategies();
    }

    /** What it shares with the other parts of its statement. */
    Planner.Statement statement() {
        return statement;
    }

    /** Lets a term have a value from now on, wherever it occurs. */
    void remember(Term term, SqlExpr value) {
        remembered.put(term, value);
    }

    /** A term as a value. */
    SqlExpr value(Term term, Scope scope) {
        SqlExpr known = remembered.isEmpty() ? null : remembered.get(term);
        if (known == null) {
            known = given.of(term, Polarity.PLAIN);
        }
        return known != null ? known : lowered(term, scope);
    }

    private SqlExpr lowered(Term term, Scope scope) {
        Term several = Tuples.misplaced(term);
        if (several != null) {
            throw new QueryException(
                    "'" + several + "' has several columns, of which nothing can be calculated. Select it"
                            + " itself, or take one of its columns here.\nin query: " + query);
        }
        return switch (term) {
            case Term.Column column -> scope.resolve(column.path()).value(column.attribute());
            case Term.Tuple tuple -> new SqlExpr.Row(columns(tuple, scope));
            case Term.Slot slot ->
                new SqlExpr.Parameter(slot.index(), slot.type().storage());
            case Term.Literal literal -> new SqlExpr.Constant(literal.value());
            case Term.Now now -> throw new IllegalStateException("the time is a slot by now");
            case Term.Aggregate aggregate -> related.aggregate(aggregate, scope);
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
            case Term.Carried carried -> carried(carried, scope);
            case Term.Given given -> given(given, scope);
            case Term.Outer outer -> outer(outer, scope);
            case Term.Subselect subselect ->
                new SqlExpr.Scalar(
                        planner.scalar(subselect.query(), scope),
                        subselect.type().storage());
            case Term.Distance distance ->
                Walks.distance(planner, value(distance.key(), scope), distance.walk(), scope);
            case Term.Related related -> throw unresolved(related);
            case Term.Rows rows ->
                throw new QueryException(
                        "'" + rows + "' stands for rows and is no value: go on to one of their attributes."
                                + "\nin query: " + query);
            case Term.NamedRows named -> throw unresolved(named);
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

    /** The list is joined like a table, so that it is read once for all rows. */
    private SqlExpr given(Term.Given given, Scope scope) {
        SqlExpr key = value(given.key(), scope);
        return given.entries() instanceof Term.RowSlots slots
                ? scope.node()
                        .select()
                        .joinValues(parameters(slots), key)
                        .values()
                        .getLast()
                : new SqlExpr.Constant(null);
    }

    private SqlExpr carried(Term.Carried carried, Scope scope) {
        if (query.source() == null) {
            throw new QueryException(
                    "'" + carried + "' is an annotation of rows that are read like a table, and is known"
                            + " only where they are read.\nin query: " + query);
        }
        String alias = scope.resolve(carried.root()).select().alias();
        return new SqlExpr.ColumnRef(alias, carried.name(), carried.type().storage());
    }

    private SqlExpr outer(Term.Outer outer, Scope scope) {
        Scope around = scope.enclosing();
        if (around == null) {
            throw new QueryException("'" + outer + "' needs a query around this one: use the query as a subquery, in"
                    + " asExists(), asSubquery() or isIn(...).\nin query: " + query);
        }
        return around.lowering().value(outer.value(), around.inGroup(Scope.LATEST));
    }

    List<SqlExpr> values(List<Term> terms, Scope scope) {
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
            case Term.Ranking ranking -> new SqlExpr.WindowCall(ranking.function(), arguments(ranking, scope), type);
            case Term.Aggregate aggregate when !aggregate.rows().isToMany() -> ownRows(aggregate, scope);
            case Term other ->
                throw new QueryException("'" + other + "' cannot be taken over a window: aggregate a column of "
                        + scope.base().root() + " itself.");
        };
        Term.Frame frame = windowed.frame();
        return new SqlExpr.Over(
                function,
                values(
                        windowed.partitionBy().stream()
                                .flatMap(key -> Tuples.spreadValue(key).stream())
                                .toList(),
                        scope),
                order(
                        windowed.orderBy().stream()
                                .flatMap(key -> Tuples.spread(key).stream())
                                .toList(),
                        scope),
                frame == null ? null : new SqlExpr.Frame(frame.unit(), frame.start(), frame.end(), frame.exclusion()));
    }

    /** The value of a row comes first, then the number, then the value in its stead. */
    private List<SqlExpr> arguments(Term.Ranking ranking, Scope scope) {
        List<SqlExpr> arguments = new ArrayList<>(values(ranking.arguments(), scope));
        if (ranking.number() != null) {
            arguments.add(Math.min(1, arguments.size()), new SqlExpr.Constant(ranking.number()));
        }
        return arguments;
    }

    /** The order of a statement's rows. A constant orders none, and databases take a number there for the place of a column. */
    List<SortKey> orderOfRows(List<Term.Order> orders, Scope scope) {
        List<SortKey> keys = order(orders, scope);
        keys.removeIf(key -> isConstant(key.value()));
        return keys;
    }

    private static boolean isConstant(SqlExpr value) {
        return value instanceof SqlExpr.Parameter
                || value instanceof SqlExpr.Constant
                || (value instanceof SqlExpr.Cast cast && isConstant(cast.value()));
    }

    private List<SortKey> order(List<Term.Order> orders, Scope scope) {
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

    /** A condition, and the negations around it. */
    SqlExpr condition(Term term, Scope scope, Polarity polarity) {
        SqlExpr known = given.of(term, polarity);
        if (known != null) {
            return known;
        }
        return switch (term) {
            case Term.And and when scope.asks() && polarity == Polarity.PLAIN -> conjunction(and.terms(), scope);
            case Term.And and -> joined(and.terms(), scope, polarity, true);
            case Term.Or or -> joined(or.terms(), scope, polarity, false);
            case Term.Xor xor -> parity(xor.terms(), scope, polarity.asValue());
            case Term.Not not -> Negations.of(condition(not.condition(), scope, polarity.negated()));
            case Term.Quantified quantified -> related.quantified(quantified, scope);
            case Term.Exists exists -> new SqlExpr.Exists(planner.existence(exists.query(), scope));
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
            lowered.add(condition(term, scope, polarity));
        }
        return flat(lowered, all);
    }

    /**
     * A conjunction where to-many relations are not joined: the terms that speak of the same relation speak of the same row of
     * it, so they are asked together.
     */
    private SqlExpr conjunction(List<Term> terms, Scope scope) {
        Map<Path, List<Term>> together = new LinkedHashMap<>();
        for (Term term : terms) {
            Path path = onlyForeign(term, scope);
            if (path != null) {
                together.computeIfAbsent(path, key -> new ArrayList<>()).add(term);
            }
        }
        together.values()
                .removeIf(group -> group.size() < 2 || group.stream().allMatch(term -> term instanceof Term.Not));
        List<SqlExpr> lowered = new ArrayList<>(terms.size());
        for (Term term : terms) {
            Path path = onlyForeign(term, scope);
            List<Term> group = path == null ? null : together.get(path);
            if (path == null || group == null) {
                lowered.add(condition(term, scope));
            } else if (group.get(0).equals(term)) {
                lowered.add(related.any(path, new Term.And(group), scope));
            }
        }
        return flat(lowered, true);
    }

    /** The path over a to-many relation that a condition asks about, if it is only one. */
    private static @Nullable Path onlyForeign(Term term, Scope scope) {
        Path found = null;
        for (Term.Column column : Columns.of(term)) {
            int many = scope.firstForeign(column.path());
            Path path = many < 0 ? null : Scope.prefix(column.path(), many);
            if (path != null && found != null && !path.equals(found)) {
                return null;
            }
            found = path == null ? found : path;
        }
        return found;
    }

    private static SqlExpr flat(List<SqlExpr> conditions, boolean all) {
        List<SqlExpr> terms = new ArrayList<>(conditions.size());
        for (SqlExpr condition : conditions) {
            if (all && condition instanceof SqlExpr.AllOf nested) {
                terms.addAll(nested.terms());
            } else {
                terms.add(condition);
            }
        }
        if (terms.size() == 1) {
            return terms.get(0);
        }
        return all ? new SqlExpr.AllOf(terms) : new SqlExpr.AnyOf(terms);
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
     * a to-many relation it asks whether any related row fulfils it. Where the same call has spoken of such a row before, it
     * is about that row, and about any row that a further to-many relation leads to from there.
     */
    private SqlExpr leaf(Term term, Scope scope, Polarity polarity) {
        if (polarity == Polarity.PLAIN && !scope.asks()) {
            return comparison(term, scope);
        }
        for (Term.Column column : Columns.of(term)) {
            int many = scope.asked(column.path());
            if (many >= 0) {
                return related.anyRow(term, column.path(), many, scope);
            }
        }
        if (polarity != Polarity.NEGATED) {
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

    static boolean mayBeNull(Term.Column column, Scope scope) {
        Node node = scope.resolve(column.path());
        String alias = node.column(column.attribute()).alias();
        return column.attribute().is(Trait.NULLABLE)
                || !node.meta().has(column.attribute().index())
                || (node.isOuter() && !node.select().isRequired(alias));
    }

    SqlExpr comparison(Term term, Scope scope) {
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
                new SqlExpr.InParameter(value, slot.index(), slot.type().storage(), isIndexed(in.value()));
            case Term.RowSlots slots -> new SqlExpr.InRows(rowOf(value), parameters(slots), isIndexed(in.value()));
            case Term.OneOf one -> Node.equal(value, value(one.value(), scope));
            case Term.OneRow row ->
                throw new IllegalStateException("'" + row + "' is compared column by column by now");
            case Term.QueryValues subquery ->
                planner.in(value, subquery.query(), scope).found(isIndexed(in.value()));
            case Term.Walk walk -> Walks.in(planner, value, walk, scope);
            // Among no values there is none; the value has made its joins all the same.
            case Term.ListOf list -> new SqlExpr.Constant(false);
        };
    }

    private static boolean isIndexed(Term value) {
        return switch (value) {
            case Term.Column column -> column.path().target().isIndexed(column.attribute());
            case Term.Tuple tuple -> isIndexed(tuple.parts().getFirst());
            case Term other -> false;
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

    /** An aggregate over the rows of a scope. */
    SqlExpr ownRows(Term.Aggregate aggregate, Scope scope) {
        return aggregation(aggregate, argument(aggregate, scope), filter(aggregate, scope), scope);
    }

    SqlExpr aggregation(Term.Aggregate aggregate, @Nullable SqlExpr argument, @Nullable SqlExpr filter, Scope scope) {
        if (filter instanceof SqlExpr.Constant) {
            // H2 takes no notice of a filter that is no condition on the rows.
            SqlExpr one = new SqlExpr.Constant(1);
            SqlExpr.When when = new SqlExpr.When(filter, argument == null ? one : argument);
            StorageType type = argument == null ? StorageType.INTEGER : SqlTypes.ofColumn(argument);
            return aggregation(
                    aggregate, new SqlExpr.Case(List.of(when), new SqlExpr.Constant(null), type), null, scope);
        }
        return new SqlExpr.Aggregation(
                aggregate.function(),
                aggregate.distinct(),
                argument,
                filter,
                aggregate.type().storage(),
                values(aggregate.options().parameters(), scope),
                order(aggregate.options().order(), scope));
    }

    @Nullable
    SqlExpr filter(Term.Aggregate aggregate, Scope scope) {
        Scope asking = scope.kept() == null ? scope.keeping(Joins.manyOn(aggregate.rows())) : scope;
        SqlExpr filter = aggregate.filter() == null ? null : condition(aggregate.filter(), asking);
        if (aggregate.rowFilter() == null) {
            return filter;
        }
        Node rows = scope.resolve(aggregate.rows());
        SqlExpr rowFilter = condition(aggregate.rowFilter(), scope.inner(Path.of(rows.meta()), rows, List.of()));
        return filter == null ? rowFilter : new SqlExpr.AllOf(List.of(filter, rowFilter));
    }

    @Nullable
    SqlExpr argument(Term.Aggregate aggregate, Scope scope) {
        if (aggregate.argument() != null) {
            return value(aggregate.argument(), scope);
        }
        Node rows = scope.resolve(aggregate.rows());
        boolean further = scope.base().steps().size() < aggregate.rows().steps().size();
        return aggregate.distinct() || rows.isOuter() || further
                ? rows.column(countedOf(aggregate, rows.meta()))
                : null;
    }

    /** The column that is NULL where there is no row; each row counts once where it tells the rows from each other. */
    static ColumnAttribute countedOf(Term.Aggregate aggregate, EntityMeta<?> meta) {
        if (aggregate.distinct() && meta.key().columns().size() > 1) {
            throw new UnsupportedFeatureException(
                    "The different rows of " + meta + " cannot be counted by '" + aggregate
                            + "', because its key has several columns. Count one of them, or take distinct().count().");
        }
        return meta.key().first();
    }

    /** Adds a condition to WHERE; joined tables whose rows it requires need no outer join. */
    static void restrict(SelectBuilder select, SqlExpr condition) {
        select.require(Requirements.of(condition, select));
        select.where(condition);
    }
}
