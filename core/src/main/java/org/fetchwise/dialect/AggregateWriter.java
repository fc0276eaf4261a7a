package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.jspecify.annotations.Nullable;

/** Writes aggregates. Designed for subclassing. */
class AggregateWriter {
    final SqlWriter out;

    AggregateWriter(SqlWriter out) {
        this.out = out;
    }

    /**
     * Writes an aggregate.
     *
     * @param aggregation the aggregate
     */
    void aggregation(Aggregation aggregation) {
        switch (aggregation.function()) {
            case STRING_AGG -> {
                out.write("STRING_AGG(").write(aggregation.distinct() ? "DISTINCT " : "");
                aggregated(aggregation, "*");
                out.write(", ");
                out.separated(aggregation.parameters(), out::untyped);
                out.orderBy(aggregation.orderBy(), " ");
                out.write(")");
            }
            case JSON_ARRAYAGG -> {
                out.write("JSON_ARRAYAGG(").write(aggregation.distinct() ? "DISTINCT " : "");
                aggregated(aggregation, "*");
                out.orderBy(aggregation.orderBy(), " ");
                out.write(" NULL ON NULL)");
            }
            case PERCENTILE_CONT -> {
                out.write("PERCENTILE_CONT(");
                out.separated(aggregation.parameters(), out::untyped);
                out.write(") WITHIN GROUP (ORDER BY ");
                aggregated(aggregation, "*");
                out.write(")");
            }
            case COUNT, SUM, AVG, MIN, MAX, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP, BOOL_AND, BOOL_OR -> {
                out.write(function(aggregation)).write(aggregation.distinct() ? "(DISTINCT " : "(");
                aggregated(aggregation, "*");
                out.write(")");
            }
        }
        filterClause(aggregation.filter());
    }

    /**
     * {@return the name of an aggregate}
     *
     * @param aggregation the aggregate, with the type of its values
     */
    String function(Aggregation aggregation) {
        return function(aggregation.function());
    }

    /**
     * {@return the name of an aggregate of values of any type}
     *
     * @param function the aggregate
     */
    String function(SqlExpr.AggregateFunction function) {
        return function.name();
    }

    /**
     * Writes which rows an aggregate takes, behind it.
     *
     * @param filter the condition, or null for all rows
     */
    final void filterClause(@Nullable SqlExpr filter) {
        if (filter != null && out.dialect().capabilities().filterClause()) {
            out.write(" FILTER (WHERE ");
            out.expression(filter);
            out.write(")");
        }
    }

    /**
     * Writes the argument of an aggregate, within a condition where the database has no clause for it.
     *
     * @param aggregation the aggregate
     * @param rows what stands for a row
     */
    final void aggregated(Aggregation aggregation, String rows) {
        SqlExpr filter = aggregation.filter();
        if (filter == null || out.dialect().capabilities().filterClause()) {
            argument(aggregation, rows);
            return;
        }
        out.write("CASE WHEN ");
        out.expression(filter);
        out.write(" THEN ");
        argument(aggregation, "1");
        out.write(" END");
    }

    private void argument(Aggregation aggregation, String rows) {
        SqlExpr argument = aggregation.argument();
        if (argument == null) {
            out.write(rows);
        } else if (isStatistic(aggregation.function())) {
            averaged(argument);
        } else {
            out.untyped(argument);
        }
    }

    private static boolean isStatistic(SqlExpr.AggregateFunction function) {
        return switch (function) {
            case AVG, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> true;
            case COUNT, SUM, MIN, MAX, BOOL_AND, BOOL_OR, STRING_AGG, JSON_ARRAYAGG, PERCENTILE_CONT -> false;
        };
    }

    /**
     * Writes the argument of an average, or of how far values spread.
     *
     * @param argument the argument
     */
    void averaged(SqlExpr argument) {
        out.untyped(argument);
    }
}
