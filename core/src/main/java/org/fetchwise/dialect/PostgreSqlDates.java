package org.fetchwise.dialect;

import java.time.ZoneId;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;
import org.fetchwise.sql.SqlTypes;

/** What PostgreSQL spells differently among dates and times. */
final class PostgreSqlDates extends DateWriter {
    PostgreSqlDates(SqlWriter out) {
        super(out);
    }

    @Override
    String partName(SqlFunction part) {
        return switch (part) {
            case ISO_YEAR -> "ISOYEAR";
            case WEEK_DAY, ISO_WEEK_DAY -> "ISODOW";
            default -> part.name();
        };
    }

    /** A week begins on Monday. */
    @Override
    String unitName(SqlFunction unit) {
        return unit == SqlFunction.TRUNC_WEEK ? "WEEK" : super.unitName(unit);
    }

    /** A text with an offset would be read as POSIX does, with the opposite sign. */
    @Override
    String zone(ZoneId zone) {
        return isFixed(zone) ? "INTERVAL '" + fixedSeconds(zone) + " seconds'" : super.zone(zone);
    }

    /** Of two instants with the same local time PostgreSQL takes the later. */
    @Override
    void fromZone(SqlExpr local, ZoneId zone) {
        List<Long> repeated = ZoneOffsets.of(zone).repeatedSeconds();
        if (repeated.isEmpty()) {
            super.fromZone(local, zone);
            return;
        }
        out.write("CASE");
        for (long seconds : repeated) {
            out.write(" WHEN ");
            earlier(local, zone, seconds);
            out.write(" AT TIME ZONE ").write(zone(zone)).write(" = ");
            out.operand(local, Binding.SUM);
            out.write(" THEN ");
            earlier(local, zone, seconds);
        }
        out.write(" ELSE ");
        super.fromZone(local, zone);
        out.write(" END");
    }

    private void earlier(SqlExpr local, ZoneId zone, long seconds) {
        out.write("(");
        super.fromZone(local, zone);
        out.write(" - INTERVAL '" + seconds + " seconds')");
    }

    /** A difference is an interval of days, hours and so on. */
    @Override
    void elapsed(SqlExpr later, SqlExpr earlier) {
        if (SqlTypes.of(later) == StorageType.DATE && SqlTypes.of(earlier) == StorageType.DATE) {
            out.write("CAST(");
            out.infix(later, " - ", earlier, Binding.PRODUCT);
            out.write(" AS BIGINT) * 86400000000");
        } else {
            out.write("CAST(EXTRACT(EPOCH FROM ");
            out.infix(later, " - ", earlier, Binding.PRODUCT);
            out.write(") * 1000000 AS BIGINT)");
        }
    }
}
