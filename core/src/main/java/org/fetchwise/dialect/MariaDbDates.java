package org.fetchwise.dialect;

import java.time.ZoneId;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;

/** What MariaDB spells differently among dates and times. */
final class MariaDbDates extends DateWriter {
    /** TO_SECONDS of 1970. */
    private static final long EPOCH = 62_167_219_200L;

    MariaDbDates(SqlWriter out) {
        super(out);
    }

    @Override
    void part(SqlFunction part, SqlExpr value) {
        out.write(
                switch (part) {
                    case ISO_YEAR -> "(YEARWEEK(";
                    case WEEK_DAY -> "DAYOFWEEK(";
                    case ISO_WEEK_DAY -> "(WEEKDAY(";
                    default -> part.name() + "(";
                });
        out.expression(value);
        out.write(
                switch (part) {
                    case ISO_YEAR -> ", 3) DIV 100)";
                    case WEEK -> ", 3)";
                    case ISO_WEEK_DAY -> ") + 1)";
                    default -> ")";
                });
    }

    /** There is no function for it. */
    @Override
    void truncated(SqlFunction unit, SqlExpr value, StorageType type) {
        out.write("CAST(");
        switch (unit) {
            case TRUNC_QUARTER -> {
                out.write("MAKEDATE(YEAR(");
                out.expression(value);
                out.write("), 1) + INTERVAL (QUARTER(");
                out.expression(value);
                out.write(") - 1) QUARTER");
            }
            case TRUNC_WEEK -> {
                out.write("DATE(");
                out.expression(value);
                out.write(") - INTERVAL WEEKDAY(");
                out.expression(value);
                out.write(") DAY");
            }
            default -> {
                out.write("DATE_FORMAT(");
                out.expression(value);
                out.write(", '").write(beginning(unit)).write("')");
            }
        }
        out.write(" AS ").type(type).write(")");
    }

    private static String beginning(SqlFunction unit) {
        return switch (unit) {
            case TRUNC_YEAR -> "%Y-01-01";
            case TRUNC_MONTH -> "%Y-%m-01";
            case TRUNC_HOUR -> "%Y-%m-%d %H:00:00";
            case TRUNC_MINUTE -> "%Y-%m-%d %H:%i:00";
            case TRUNC_SECOND -> "%Y-%m-%d %H:%i:%s";
            default -> "%Y-%m-%d";
        };
    }

    /**
     * CONVERT_TZ is NULL where the server's zone tables are empty, as they are at first, and leaves the years before 1970 and
     * after 2037 as they are. So the offset is looked up among the changes of the zone, which stand in the statement.
     */
    @Override
    void inZone(SqlExpr instant, ZoneId zone) {
        shifted(instant, " + INTERVAL ", zone, ZoneOffsets.Change::instant);
    }

    @Override
    void fromZone(SqlExpr local, ZoneId zone) {
        shifted(local, " - INTERVAL ", zone, ZoneOffsets.Change::local);
    }

    private void shifted(SqlExpr time, String operator, ZoneId zone, ToLongFunction<ZoneOffsets.Change> from) {
        ZoneOffsets offsets = ZoneOffsets.of(zone);
        out.write("(");
        out.untyped(time);
        out.write(operator);
        if (offsets.changes().isEmpty()) {
            out.write(offsets.first() + " SECOND)");
            return;
        }
        out.write("ELT(INTERVAL(TO_SECONDS(");
        out.untyped(time);
        out.write("), ");
        out.write(offsets.changes().stream()
                .map(change -> String.valueOf(from.applyAsLong(change) + EPOCH))
                .collect(Collectors.joining(", ")));
        out.write(") + 1, " + offsets.first() + ", ");
        out.write(offsets.changes().stream()
                .map(change -> String.valueOf(change.offset()))
                .collect(Collectors.joining(", ")));
        out.write(") SECOND)");
    }

    @Override
    void shifted(SqlExpr time, boolean back, SqlExpr duration, StorageType type) {
        out.write("(");
        moment(time);
        out.write(back ? " - INTERVAL " : " + INTERVAL ");
        out.operand(duration, Binding.ATOM);
        out.write(" MICROSECOND)");
    }

    @Override
    void elapsed(SqlExpr later, SqlExpr earlier) {
        out.write("TIMESTAMPDIFF(MICROSECOND, ");
        moment(earlier);
        out.write(", ");
        moment(later);
        out.write(")");
    }
}
