package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fetchwise.error.QueryException;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a query in the making. Aggregates over the same rows are taken together, by a join and GROUP BY; where there
 * are several such families, each is a derived table of its own, joined by what the groups have in common, so that no join
 * multiplies the rows of another family.
 */
final class Grouped implements Rows {
    private final Planner planner;
    private final Query query;
    private final Planner.Statement statement;
    private final @Nullable Scope around;
    private final List<Term> keys;
    private final Set<Path> keyPaths = new LinkedHashSet<>();
    private final List<Term> windowed;
    private final Map<Term, SqlExpr> values = new HashMap<>();
    private final Map<Term.Aggregate, SqlExpr> aggregates = new HashMap<>();
    private final Clauses clauses = new Clauses();
    private final boolean grouping;
    private final SelectBuilder select;
    private final Scope scope;

    private Grouped(
            Planner planner,
            Query query,
            List<Projection.Item> items,
            Planner.Statement statement,
            @Nullable Scope around) {
        this.planner = planner;
        this.query = query;
        this.statement = statement;
        this.around = around;
        GroupKeys asked = GroupKeys.of(query, items);
        keys = asked.keys();
        keys.forEach(key -> keyPaths.addAll(Joins.multiplying(key)));
        windowed = asked.windowed();
        List<Family> families = Family.of(query, asked.aggregates());
        // A function over a window of groups looks at groups that are complete: MariaDB would forget the order of the
        // rows.
        boolean whole = families.size() == 1 && !asked.isWindowed();
        grouping = whole;
        select = whole ? together(families.get(0)) : apart(families);
        Lowering lowering = new Lowering(planner, query, statement, this::given);
        Node node = Node.root(select, query.entity());
        scope = new Scope(Path.of(query.entity()), node, Scope.LATEST, around, List.of(), lowering);
        for (Term condition : asked.having()) {
            SqlExpr lowered = lowering.condition(condition, scope);
            if (whole) {
                clauses.having.add(lowered);
            } else {
                select.where(lowered);
            }
        }
    }

    static Grouped of(
            Planner planner,
            Query query,
            List<Projection.Item> items,
            Planner.Statement statement,
            @Nullable Scope around) {
        return new Grouped(planner, query, items, statement, around);
    }

    /** One SELECT with GROUP BY. */
    private SelectBuilder together(Family family) {
        Groups groups = groups(family);
        List<SqlExpr> groupBy = new ArrayList<>(groups.keys());
        for (int at = 0; at < keys.size(); at++) {
            values.put(keys.get(at), groups.keys().get(at));
        }
        aggregates.putAll(groups.aggregates());
        clauses.groupBy = groupBy;
        family.explain(statement.strategies(), "join", "all aggregates of the groups are taken over the same rows");
        return groups.select();
    }

    /** A derived table for each family, joined by the keys of the groups. */
    private SelectBuilder apart(List<Family> families) {
        SelectBuilder joined = null;
        List<ColumnRef> first = new ArrayList<>();
        for (Family family : families) {
            Groups groups = groups(family);
            Part part = new Part(statement.aliases());
            List<ColumnRef> own = new ArrayList<>();
            groups.keys().forEach(key -> own.add(part.column(key)));
            groups.aggregates().forEach((aggregate, value) -> aggregates.put(aggregate, part.column(value)));
            Clauses inner = new Clauses();
            inner.outputs = new ArrayList<>(part.outputs());
            inner.groupBy = groups.keys();
            FromItem derived = new FromItem.Derived(groups.select().build(inner), part.alias());
            family.explain(
                    statement.strategies(),
                    "derived table",
                    families.size() == 1
                            ? "functions over windows look at the complete groups"
                            : "other aggregates of the groups are taken over other rows, which a join would multiply");
            if (joined == null) {
                joined = new SelectBuilder(part.alias(), () -> derived, statement.aliases(), statement.tables());
                first = own;
            } else {
                joined.join(derived, sameGroup(first, own, groups.nullable()));
            }
        }
        for (int at = 0; at < keys.size(); at++) {
            values.put(keys.get(at), first.get(at));
        }
        return Objects.requireNonNull(joined);
    }

    /** NULL makes a group, too. */
    private static SqlExpr sameGroup(List<ColumnRef> first, List<ColumnRef> other, List<Boolean> nullable) {
        List<SqlExpr> same = new ArrayList<>();
        for (int at = 0; at < first.size(); at++) {
            SqlExpr equal = Node.equal(other.get(at), first.get(at));
            if (!nullable.get(at)) {
                same.add(equal);
                continue;
            }
            SqlExpr bothNull = new SqlExpr.AllOf(
                    List.of(new SqlExpr.NullCheck(other.get(at), false), new SqlExpr.NullCheck(first.get(at), false)));
            same.add(new SqlExpr.AnyOf(List.of(equal, bothNull)));
        }
        SqlExpr condition = SelectBuilder.conjunction(same);
        return condition == null ? new SqlExpr.Constant(true) : condition;
    }

    /**
     * The groups of a family in the making.
     *
     * @param select where its rows come from
     * @param keys what makes them groups
     * @param nullable which of the keys may be NULL
     * @param aggregates the aggregates
     */
    private record Groups(
            SelectBuilder select,
            List<SqlExpr> keys,
            List<Boolean> nullable,
            Map<Term.Aggregate, SqlExpr> aggregates) {}

    private Groups groups(Family family) {
        Set<Path> kept = new LinkedHashSet<>(keyPaths);
        kept.addAll(Joins.manyOn(family.rows()));
        Frame frame = planner.frame(query, statement, around, Kept.of(query, kept, family.position()));
        Scope rows = frame.scope.keeping(List.copyOf(kept));
        List<SqlExpr> lowered = frame.lowering.values(keys, rows);
        List<Boolean> nullable =
                keys.stream().map(key -> Planner.mayBeNull(key, rows)).toList();
        Map<Term.Aggregate, SqlExpr> taken = new LinkedHashMap<>();
        if (lowered.stream().allMatch(Repetition::isSafe)) {
            for (Term.Aggregate aggregate : family.aggregates()) {
                Multiplication.refuse(aggregate);
                taken.put(aggregate, frame.lowering.ownRows(aggregate, rows));
            }
            return new Groups(frame.select, lowered, nullable, taken);
        }
        Part part = new Part(statement.aliases());
        List<SqlExpr> columns = new ArrayList<>();
        lowered.forEach(key -> columns.add(part.column(key)));
        for (Term.Aggregate aggregate : family.aggregates()) {
            Multiplication.refuse(aggregate);
            taken.put(aggregate, outside((Aggregation) frame.lowering.ownRows(aggregate, rows), part));
        }
        Clauses inner = new Clauses();
        inner.outputs = new ArrayList<>(part.outputs());
        FromItem derived = new FromItem.Derived(frame.select.build(inner), part.alias());
        return new Groups(
                new SelectBuilder(part.alias(), () -> derived, statement.aliases(), statement.tables()),
                columns,
                nullable,
                taken);
    }

    /** An aggregate over the columns of a derived table. */
    static Aggregation outside(Aggregation inside, Part part) {
        SqlExpr argument = inside.argument();
        SqlExpr filter = inside.filter();
        return new Aggregation(
                inside.function(),
                inside.distinct(),
                argument == null ? null : part.column(argument),
                filter == null ? null : part.column(filter),
                inside.type(),
                inside.parameters(),
                inside.orderBy().stream()
                        .map(key -> new SortKey(part.column(key.value()), key.descending(), key.nulls()))
                        .toList());
    }

    private @Nullable SqlExpr given(Term term, Polarity polarity) {
        SqlExpr value = values.get(term);
        if (value == null && term instanceof Term.Aggregate aggregate) {
            value = aggregates.get(aggregate);
        }
        if (value == null && (term instanceof Term.Column || term instanceof Term.Aggregate)) {
            throw new QueryException("'" + term + "' is no value of a group: the groups have " + keys
                    + " and aggregates.\nin query: " + query);
        }
        return value;
    }

    @Override
    public SqlExpr value(Term term) {
        return scope.lowering().value(term, scope);
    }

    @Override
    public void restrict(SqlExpr condition) {
        if (grouping) {
            clauses.having.add(condition);
        } else {
            select.where(condition);
        }
    }

    @Override
    public Select finish(List<Output> outputs) {
        clauses.outputs.addAll(outputs);
        clauses.distinct = query.distinct();
        clauses.orderBy = scope.lowering().orderOfRows(query.ordered() ? query.order() : List.of(), scope);
        if (clauses.distinct) {
            Frame.addOrderValues(clauses);
        }
        clauses.limit = Cut.limit(query.slice());
        clauses.offset = Cut.offset(query.slice());
        return windowed.isEmpty() ? select.build(clauses) : Qualified.select(select, clauses, windowed, scope);
    }
}
