package org.fetchwise.dialect;

import java.time.ZoneId;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;

/** Dates and times of SQLite, which are text; {@link SqliteTimes} has the functions that are called here. */
final class SqliteDates extends DateWriter {
    SqliteDates(SqlWriter out) {
        super(out);
    }

    @Override
    void halfOf(SqlExpr value, StorageType type) {
        out.write("SUBSTR(");
        out.expression(value);
        out.write(type == StorageType.DATE ? ", 1, 10)" : ", 12, 15)");
    }

    @Override
    void part(SqlFunction part, SqlExpr value) {
        function(SqliteTimes.PART, part.name(), value);
    }

    @Override
    void truncated(SqlFunction unit, SqlExpr value, StorageType type) {
        boolean local = type == StorageType.TIMESTAMP;
        function(local ? SqliteTimes.TRUNCATED_LOCAL : SqliteTimes.TRUNCATED, unit.name(), value);
    }

    @Override
    void inZone(SqlExpr instant, ZoneId zone) {
        function(SqliteTimes.LOCAL, zone.getId(), instant);
    }

    @Override
    void fromZone(SqlExpr local, ZoneId zone) {
        function(SqliteTimes.INSTANT, zone.getId(), local);
    }

    private void function(String name, String word, SqlExpr value) {
        out.write(name).write("(").write(out.text(word)).write(", ");
        out.expression(value);
        out.write(")");
    }

    @Override
    void shifted(SqlExpr time, boolean back, SqlExpr duration, StorageType type) {
        out.write(type == StorageType.INSTANT ? SqliteTimes.SHIFTED : SqliteTimes.SHIFTED_LOCAL)
                .write("(");
        out.expression(time);
        out.write(back ? ", -(" : ", ");
        out.expression(duration);
        out.write(back ? "))" : ")");
    }

    @Override
    void elapsed(SqlExpr later, SqlExpr earlier) {
        out.functions().named(SqliteTimes.ELAPSED, later, earlier);
    }
}
