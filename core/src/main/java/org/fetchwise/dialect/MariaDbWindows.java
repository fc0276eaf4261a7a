package org.fetchwise.dialect;

import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlExpr.Over;
import org.fetchwise.sql.SqlExpr.WindowCall;
import org.fetchwise.sql.SqlExpr.WindowFunction;

/** The windows of MariaDB. */
final class MariaDbWindows extends WindowWriter {
    MariaDbWindows(SqlWriter out) {
        super(out);
    }

    /** LAG and LEAD take no value for want of a row: where there is none is told by the numbers of the rows. */
    @Override
    void over(Over over) {
        if (over.function() instanceof WindowCall call
                && call.arguments().size() == 3
                && call.arguments().get(1) instanceof SqlExpr.Constant distance) {
            Over plain = new Over(
                    new WindowCall(call.function(), call.arguments().subList(0, 2), call.type()),
                    over.partitionBy(),
                    over.orderBy(),
                    over.frame());
            out.write("CASE WHEN ");
            numberFrom(call.function(), over);
            out.write(" <= " + distance.value() + " THEN ");
            out.untyped(call.arguments().get(2));
            out.write(" ELSE ");
            super.over(plain);
            out.write(" END");
        } else {
            super.over(over);
        }
    }

    /** How many rows there are from the end that a function looks at up to the current one. */
    private void numberFrom(WindowFunction function, Over over) {
        SqlExpr.Frame frame = function == WindowFunction.LAG
                ? new SqlExpr.Frame(SqlExpr.FrameUnit.ROWS, null, 0, SqlExpr.FrameExclusion.NO_OTHERS)
                : new SqlExpr.Frame(SqlExpr.FrameUnit.ROWS, 0, null, SqlExpr.FrameExclusion.NO_OTHERS);
        super.over(new Over(
                new Aggregation(AggregateFunction.COUNT, false, null, null, StorageType.BIGINT),
                over.partitionBy(),
                over.orderBy(),
                frame));
    }

    @Override
    void frame(SqlExpr.Frame frame) {
        if (frame.unit() == SqlExpr.FrameUnit.GROUPS || frame.exclusion() != SqlExpr.FrameExclusion.NO_OTHERS) {
            throw new UnsupportedFeatureException(
                    "MariaDB knows no frames that count groups or leave rows out. Use rows(...) or range(...), and"
                            + " subtract what is to be left out.");
        }
        super.frame(frame);
    }
}
