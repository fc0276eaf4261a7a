package org.fetchwise.dialect;

import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlTypes;

/** The aggregates of SQLite. */
final class SqliteAggregates extends AggregateWriter {
    SqliteAggregates(SqlWriter out) {
        super(out);
    }

    /** A percentile is a function of two arguments; lists are made by way of JSON. */
    @Override
    void aggregation(Aggregation aggregation) {
        switch (aggregation.function()) {
            case STRING_AGG -> {
                out.write(SqliteStatistics.JOIN).write("(");
                array(aggregation);
                out.write(", ");
                out.expression(aggregation.parameters().get(0));
                out.write(")");
            }
            case JSON_ARRAYAGG -> {
                out.write("NULLIF(");
                array(aggregation);
                out.write(", '[]')");
            }
            case PERCENTILE_CONT -> {
                out.write("PERCENTILE_CONT(");
                aggregated(aggregation, "*");
                out.write(", ");
                out.expression(aggregation.parameters().get(0));
                out.write(")");
                filterClause(aggregation.filter());
            }
            case COUNT, SUM, AVG, MIN, MAX, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP, BOOL_AND, BOOL_OR ->
                super.aggregation(aggregation);
        }
    }

    private void array(Aggregation aggregation) {
        out.write("JSON_GROUP_ARRAY(").write(aggregation.distinct() ? "DISTINCT " : "");
        aggregated(aggregation, "*");
        out.orderBy(aggregation.orderBy(), " ");
        out.write(")");
        filterClause(aggregation.filter());
    }

    /** SQLite would add decimals as binary numbers. */
    @Override
    String function(Aggregation aggregation) {
        SqlExpr argument = aggregation.argument();
        boolean adds =
                aggregation.function() == AggregateFunction.SUM || aggregation.function() == AggregateFunction.AVG;
        return adds && argument != null && SqlTypes.of(argument) == StorageType.DECIMAL
                ? SqliteDecimals.nameOf(aggregation.function())
                : super.function(aggregation);
    }

    /** Booleans are 0 and 1; SQLite has no statistics of its own. */
    @Override
    String function(SqlExpr.AggregateFunction function) {
        return switch (function) {
            case BOOL_AND -> "MIN";
            case BOOL_OR -> "MAX";
            case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> SqliteStatistics.nameOf(function);
            default -> super.function(function);
        };
    }
}
