package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;

/** The aggregates of PostgreSQL. */
final class PostgreSqlAggregates extends AggregateWriter {
    PostgreSqlAggregates(SqlWriter out) {
        super(out);
    }

    /** The form of JSON that can be compared. */
    @Override
    void aggregation(Aggregation aggregation) {
        if (aggregation.function() == SqlExpr.AggregateFunction.JSON_ARRAYAGG) {
            out.write("JSONB_AGG(").write(aggregation.distinct() ? "DISTINCT " : "");
            aggregated(aggregation, "*");
            out.orderBy(aggregation.orderBy(), " ");
            out.write(")");
            filterClause(aggregation.filter());
        } else {
            super.aggregation(aggregation);
        }
    }
}
