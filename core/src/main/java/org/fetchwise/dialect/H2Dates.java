package org.fetchwise.dialect;

import java.time.ZoneId;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;

/** What H2 spells differently among dates and times. */
final class H2Dates extends DateWriter {
    H2Dates(SqlWriter out) {
        super(out);
    }

    /** A conversion to a time without a zone goes by the zone of the session; the text says what clocks show. */
    @Override
    void inZone(SqlExpr instant, ZoneId zone) {
        out.write("CAST(FORMATDATETIME(");
        out.untyped(instant);
        out.write(" AT TIME ZONE ").write(zone(zone)).write(", 'uuuu-MM-dd HH:mm:ss.SSSSSS') AS TIMESTAMP(6))");
    }

    @Override
    void fromZone(SqlExpr local, ZoneId zone) {
        String name = isFixed(zone) ? zone.normalized().getId() : " " + zone.getId();
        out.write("CAST(CAST(");
        out.untyped(local);
        out.write(" AS VARCHAR) || ")
                .write(out.text(name))
                .write(" AS ")
                .type(StorageType.INSTANT)
                .write(")");
    }

    @Override
    String zone(ZoneId zone) {
        return out.text(zone.normalized().getId());
    }

    @Override
    void shifted(SqlExpr time, boolean back, SqlExpr duration, StorageType type) {
        out.write("DATEADD(MICROSECOND, ").write(back ? "-(" : "");
        out.untyped(duration);
        out.write(back ? "), " : ", ");
        moment(time);
        out.write(")");
    }
}
