package org.fetchwise.dialect;

import java.util.Objects;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlTypes;

/** The aggregates of MariaDB. */
final class MariaDbAggregates extends AggregateWriter {
    MariaDbAggregates(SqlWriter out) {
        super(out);
    }

    @Override
    void aggregation(Aggregation aggregation) {
        switch (aggregation.function()) {
            case STRING_AGG -> joinedTexts(aggregation);
            case JSON_ARRAYAGG -> jsonArray(aggregation);
            case PERCENTILE_CONT -> percentile(aggregation);
            case COUNT, SUM, AVG, MIN, MAX, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP, BOOL_AND, BOOL_OR ->
                super.aggregation(aggregation);
        }
    }

    /** Booleans are 0 and 1. */
    @Override
    String function(AggregateFunction function) {
        return switch (function) {
            case BOOL_AND -> "MIN";
            case BOOL_OR -> "MAX";
            default -> super.function(function);
        };
    }

    /** A separator is no parameter: the delimiter stands before each text, and is cut off the first one. */
    private void joinedTexts(Aggregation aggregation) {
        SqlExpr delimiter = aggregation.parameters().get(0);
        out.write("SUBSTRING(GROUP_CONCAT(").write(aggregation.distinct() ? "DISTINCT " : "");
        out.write("CONCAT(");
        out.expression(delimiter);
        out.write(", ");
        aggregated(aggregation, "*");
        out.write(")");
        out.orderBy(aggregation.orderBy(), " ");
        out.write(" SEPARATOR ''), CHAR_LENGTH(");
        out.expression(delimiter);
        out.write(") + 1)");
    }

    /**
     * MariaDB knows percentiles only over windows, which a group has not. All values stand in order in one text; two of them
     * are next to the position that is asked for, and what is between them is in proportion.
     */
    private void percentile(Aggregation aggregation) {
        out.write("(");
        valueAt("FLOOR(", aggregation);
        out.write(" + (");
        position(aggregation);
        out.write(" - FLOOR(");
        position(aggregation);
        out.write(")) * (");
        valueAt("CEIL(", aggregation);
        out.write(" - ");
        valueAt("FLOOR(", aggregation);
        out.write("))");
    }

    private void valueAt(String rounding, Aggregation aggregation) {
        out.write("CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT(")
                .write(aggregation.distinct() ? "DISTINCT " : "");
        aggregated(aggregation, "*");
        out.write(" ORDER BY ");
        aggregated(aggregation, "*");
        out.write("), ',', ").write(rounding);
        position(aggregation);
        out.write(") + 1), ',', -1) AS DOUBLE)");
    }

    /** Where the value would stand among all, from 0. */
    private void position(Aggregation aggregation) {
        out.separated(aggregation.parameters(), out::untyped);
        out.write(" * (COUNT(").write(aggregation.distinct() ? "DISTINCT " : "");
        aggregated(aggregation, "*");
        out.write(") - 1)");
    }

    /** JSON_ARRAYAGG knows no filter: a row that is left out would stand in the array as null. */
    private void jsonArray(Aggregation aggregation) {
        out.write("CONCAT('[', GROUP_CONCAT(").write(aggregation.distinct() ? "DISTINCT " : "");
        if (aggregation.filter() != null) {
            out.write("CASE WHEN ");
            out.expression(aggregation.filter());
            out.write(" THEN ");
        }
        out.write("JSON_EXTRACT(JSON_ARRAY(");
        out.expression(Objects.requireNonNull(aggregation.argument()));
        out.write("), '$[0]')");
        out.write(aggregation.filter() == null ? "" : " END");
        out.orderBy(aggregation.orderBy(), " ");
        out.write(" SEPARATOR ','), ']')");
    }

    /** The average of whole numbers has four digits after the point, however many it needs. It is exact where the values are. */
    @Override
    void averaged(SqlExpr argument) {
        out.cast(argument, SqlTypes.of(argument) == StorageType.DECIMAL ? StorageType.DECIMAL : StorageType.DOUBLE);
    }
}
