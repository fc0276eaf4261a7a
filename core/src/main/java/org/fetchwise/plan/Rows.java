package org.fetchwise.plan;

import java.util.List;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Term;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;

/** The rows of a query in the making: those of its entity, its groups, or those of several queries put together. */
sealed interface Rows permits Frame, Grouped, CombinedRows {
    /** A value of each row. */
    SqlExpr value(Term term);

    /** A value of each row, among those that the rows were asked for. */
    default SqlExpr value(Projection.Item item) {
        return value(item.term());
    }

    /** Leaves out the rows for which a condition does not hold. */
    void restrict(SqlExpr condition);

    /** The statement that gives these values of each row, in the query's order and slice. */
    Select finish(List<Output> outputs);
}
