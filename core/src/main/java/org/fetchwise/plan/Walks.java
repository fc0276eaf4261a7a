package org.fetchwise.plan;

import java.util.List;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.StorageType;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Comparison;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Finds the rows of walks: the keys of the first ones, and from each key those that the relation leads to. */
final class Walks {
    private static final String KEY = "k";
    private static final String STEPS = "steps";

    private final Planner planner;
    private final Term.Walk walk;
    private final Planner.Statement statement;
    private final EntityMeta<?> entity;

    private Walks(Planner planner, Term.Walk walk, Scope around) {
        this.planner = planner;
        this.walk = walk;
        this.statement = Planner.Statement.around(around);
        this.entity = walk.start().entity();
        if (entity.key().columns().size() > 1) {
            throw new UnsupportedFeatureException(
                    "A walk over " + walk.step() + " goes from key to key, but the key of " + entity
                            + " has several columns. Load the relation level by level.");
        }
    }

    /** Whether a value is the key of a row that a walk reaches. */
    static SqlExpr in(Planner planner, SqlExpr value, Term.Walk walk, Scope around) {
        FromItem.Recursive rows = new Walks(planner, walk, around).rows();
        ColumnRef key = new ColumnRef(rows.alias(), KEY, SqlTypes.ofColumn(value));
        return new SqlExpr.InSelect(value, from(rows, key, null));
    }

    /** The least number of steps in which a walk reaches the row with a key. */
    static SqlExpr distance(Planner planner, SqlExpr key, Term.Walk walk, Scope around) {
        FromItem.Recursive rows = new Walks(planner, walk, around).rows();
        SqlExpr steps = new ColumnRef(rows.alias(), STEPS, StorageType.BIGINT);
        SqlExpr least = new SqlExpr.Aggregation(SqlExpr.AggregateFunction.MIN, false, steps, null, StorageType.BIGINT);
        ColumnRef reached = new ColumnRef(rows.alias(), KEY, SqlTypes.ofColumn(key));
        return new SqlExpr.Scalar(from(rows, least, Node.equal(reached, key)), StorageType.BIGINT);
    }

    private static Select from(FromItem rows, SqlExpr value, @Nullable SqlExpr where) {
        return new Select(
                false,
                List.of(new Output(value, null)),
                rows,
                List.of(),
                where,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    private FromItem.Recursive rows() {
        Select start = start();
        String alias = statement.aliases().next("walk");
        SelectBuilder select = new SelectBuilder(
                alias, () -> new FromItem.Table(unusedName(), alias), statement.aliases(), statement.tables());
        Select step = step(select);
        List<String> columns = walk.limit() == 0 ? List.of(KEY) : List.of(KEY, STEPS);
        String table = ((FromItem.Table) step.from()).table();
        return new FromItem.Recursive(
                table, columns, entity.table(), start, step, statement.aliases().next("reached"));
    }

    /** A name that hides none of the tables of the walk. */
    private String unusedName() {
        String name = "walk";
        for (int number = 2; isTable(name); number++) {
            name = "walk_" + number;
        }
        return name;
    }

    private boolean isTable(String name) {
        return statement.sources().isName(name) || statement.tables().stream().anyMatch(name::equalsIgnoreCase);
    }

    private Select start() {
        Query start = walk.start();
        Query asked = start.slice().isEverything() && start.distinctOn().isEmpty() ? start.orderedBy(List.of()) : start;
        Term key = Term.key(Path.of(entity));
        Rows rows = planner.rows(asked, List.of(new Projection.Item("", key)), statement, null);
        Select keys = rows.finish(List.of(new Output(rows.value(key), KEY)));
        if (keys.outputs().size() > 1 || !keys.orderBy().isEmpty() || keys.limit() != null || keys.offset() != null) {
            // Neither an order nor a slice may stand in a part of a UNION.
            String alias = statement.aliases().next("part");
            ColumnRef first =
                    new ColumnRef(alias, KEY, entity.key().first().type().storage());
            keys = from(new FromItem.Derived(keys.withNames(List.of(KEY)), alias), first, null);
        }
        return walk.limit() == 0 ? keys : keys.with(new Output(new SqlExpr.Constant(0), null));
    }

    private Select step(SelectBuilder select) {
        ColumnRef found =
                new ColumnRef(select.alias(), KEY, entity.key().first().type().storage());
        Lowering lowering = new Lowering(planner, Query.of(entity), statement, Lowering.Given.NOTHING);
        Scope scope = new Scope(
                Path.of(entity), Node.ofKeys(select, entity, List.of(found)), Scope.LATEST, null, null, lowering);
        Term.Column next = Term.column(walk.step(), entity.key().first());
        SqlExpr key = lowering.value(next, scope);
        SqlExpr isFound = new SqlExpr.NullCheck(key, true);
        select.require(Requirements.of(isFound, select));
        if (Lowering.mayBeNull(next, scope)) {
            select.where(isFound);
        }
        Clauses clauses = new Clauses();
        clauses.outputs.add(new Output(key, null));
        if (walk.limit() > 0) {
            ColumnRef steps = new ColumnRef(select.alias(), STEPS, StorageType.INTEGER);
            select.where(new Comparison(ComparisonOperator.LESS, steps, new SqlExpr.Constant(walk.limit())));
            clauses.outputs.add(new Output(
                    new SqlExpr.Arithmetic(
                            SqlExpr.ArithmeticOperator.PLUS, steps, new SqlExpr.Constant(1), StorageType.INTEGER),
                    null));
        }
        return select.build(clauses);
    }
}
