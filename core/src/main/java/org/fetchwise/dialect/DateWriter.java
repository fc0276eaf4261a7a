package org.fetchwise.dialect;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;
import org.fetchwise.sql.SqlTypes;

/** Writes what is taken of dates and times, and how zones and durations change them. Designed for subclassing. */
class DateWriter {
    final SqlWriter out;

    DateWriter(SqlWriter out) {
        this.out = out;
    }

    /** Writes the date or the time of day of a date and time. */
    void halfOf(SqlExpr value, StorageType type) {
        out.cast(value, type);
    }

    /** Writes a part of a date or a time, a whole number. */
    void part(SqlFunction part, SqlExpr value) {
        out.write(
                switch (part) {
                    case SECOND -> "CAST(FLOOR(EXTRACT(";
                    case WEEK_DAY -> "CAST(MOD(EXTRACT(";
                    default -> "CAST(EXTRACT(";
                });
        out.write(partName(part)).write(" FROM ");
        out.untyped(value);
        out.write(
                switch (part) {
                    case SECOND -> "))";
                    case WEEK_DAY -> "), 7) + 1";
                    default -> ")";
                });
        out.write(" AS INTEGER)");
    }

    /** The name of a part in EXTRACT; that of the day of the week from Monday for both. */
    String partName(SqlFunction part) {
        return switch (part) {
            case ISO_YEAR -> "ISO_WEEK_YEAR";
            case WEEK -> "ISO_WEEK";
            case WEEK_DAY, ISO_WEEK_DAY -> "ISO_DAY_OF_WEEK";
            default -> part.name();
        };
    }

    /** Writes the beginning of the unit that a date or a time lies in. */
    void truncated(SqlFunction unit, SqlExpr value, StorageType type) {
        out.write("CAST(DATE_TRUNC('").write(unitName(unit)).write("', ");
        out.untyped(value);
        out.write(") AS ").type(type).write(")");
    }

    /** The name of a unit in DATE_TRUNC. */
    String unitName(SqlFunction unit) {
        return unit == SqlFunction.TRUNC_WEEK ? "ISO_WEEK" : unit.name().substring("TRUNC_".length());
    }

    /** Writes the date and time that clocks show at an instant. */
    void inZone(SqlExpr instant, ZoneId zone) {
        out.operand(instant, Binding.ATOM);
        out.write(" AT TIME ZONE ").write(zone(zone));
    }

    /** Writes the instant at which clocks show a date and time. */
    void fromZone(SqlExpr local, ZoneId zone) {
        out.operand(local, Binding.ATOM);
        out.write(" AT TIME ZONE ").write(zone(zone));
    }

    /** A zone as AT TIME ZONE knows it. */
    String zone(ZoneId zone) {
        return out.text(zone.getId());
    }

    /** The offset of a zone that has only one, in seconds. */
    static int fixedSeconds(ZoneId zone) {
        return ((ZoneOffset) zone.normalized()).getTotalSeconds();
    }

    static boolean isFixed(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset;
    }

    /** Writes a point in time a duration later or earlier; the duration is a number of microseconds. */
    void shifted(SqlExpr time, boolean back, SqlExpr duration, StorageType type) {
        out.write("CAST(");
        out.operand(time, Binding.SUM);
        out.write(back ? " - " : " + ");
        out.operand(duration, Binding.PRODUCT);
        out.write(" * INTERVAL '1 microsecond' AS ").type(type).write(")");
    }

    /** Writes the number of microseconds from one point in time to another. */
    void elapsed(SqlExpr later, SqlExpr earlier) {
        out.write("DATEDIFF(MICROSECOND, ");
        moment(earlier);
        out.write(", ");
        moment(later);
        out.write(")");
    }

    /** A date as the midnight that it begins with, and any other point in time as it is. */
    final void moment(SqlExpr time) {
        if (SqlTypes.of(time) == StorageType.DATE) {
            out.cast(time, StorageType.TIMESTAMP);
        } else {
            out.untyped(time);
        }
    }
}
