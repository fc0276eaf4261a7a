package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Constant;
import org.jspecify.annotations.Nullable;

/**
 * Ends a recursion by the number of its steps, for a database whose UNION does not see that a row was found before: a circle
 * would never end. No shortest way has more steps than there are rows, and no step finds a row twice.
 *
 * <pre>{@code
 * (k) AS (start UNION step)   ->   (k, steps) AS (start, 0 UNION DISTINCT step, steps + 1 WHERE steps < COUNT(*))
 * }</pre>
 */
final class RecursionBySteps {
    private static final String STEPS = "steps";

    private RecursionBySteps() {}

    static FromItem.Recursive apply(FromItem.Recursive recursive) {
        Select step = recursive.step();
        if (recursive.columns().contains(STEPS)) {
            return new FromItem.Recursive(
                    recursive.table(),
                    recursive.columns(),
                    recursive.among(),
                    recursive.start(),
                    distinct(step, step.outputs(), step.where()),
                    recursive.alias());
        }
        List<String> columns = new ArrayList<>(recursive.columns());
        columns.add(STEPS);
        ColumnRef steps = new ColumnRef(step.from().alias(), STEPS, StorageType.BIGINT);
        SqlExpr goesOn = new SqlExpr.Comparison(SqlExpr.ComparisonOperator.LESS, steps, rowsOf(recursive.among()));
        List<Output> outputs = new ArrayList<>(step.outputs());
        outputs.add(new Output(
                new SqlExpr.Arithmetic(SqlExpr.ArithmeticOperator.PLUS, steps, new Constant(1), StorageType.BIGINT),
                null));
        return new FromItem.Recursive(
                recursive.table(),
                columns,
                recursive.among(),
                recursive.start().with(new Output(new Constant(0), null)),
                distinct(
                        step,
                        outputs,
                        step.where() == null ? goesOn : new SqlExpr.AllOf(List.of(step.where(), goesOn))),
                recursive.alias());
    }

    private static SqlExpr rowsOf(String table) {
        SqlExpr count = new SqlExpr.Aggregation(SqlExpr.AggregateFunction.COUNT, false, null, null, StorageType.BIGINT);
        Select rows = new Select(
                false,
                List.of(new Output(count, null)),
                new FromItem.Table(table, table),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
        return new SqlExpr.Scalar(rows, StorageType.BIGINT);
    }

    private static Select distinct(Select step, List<Output> outputs, @Nullable SqlExpr where) {
        return new Select(
                true,
                outputs,
                step.from(),
                step.joins(),
                where,
                step.groupBy(),
                step.having(),
                step.orderBy(),
                step.limit(),
                step.offset(),
                step.lock(),
                step.tables());
    }
}
