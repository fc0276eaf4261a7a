package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;

/** The aggregates of H2. */
final class H2Aggregates extends AggregateWriter {
    H2Aggregates(SqlWriter out) {
        super(out);
    }

    /** A delimiter is no parameter: it stands before each text instead, and is cut off the first one. */
    @Override
    void aggregation(Aggregation aggregation) {
        if (aggregation.function() != SqlExpr.AggregateFunction.STRING_AGG) {
            super.aggregation(aggregation);
            return;
        }
        SqlExpr delimiter = aggregation.parameters().get(0);
        out.write("SUBSTRING(STRING_AGG(").write(aggregation.distinct() ? "DISTINCT " : "");
        out.untyped(delimiter);
        out.write(" || ");
        aggregated(aggregation, "*");
        out.write(", ''");
        out.orderBy(aggregation.orderBy(), " ");
        out.write(")");
        filterClause(aggregation.filter());
        out.write(", CHAR_LENGTH(");
        out.untyped(delimiter);
        out.write(") + 1)");
    }
}
