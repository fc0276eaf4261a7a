package org.fetchwise.dialect;

import java.util.List;
import java.util.Locale;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;
import org.fetchwise.sql.SqlTypes;

/** What SQLite spells differently among functions; {@link SqliteFunctions} has those that it lacks. */
final class SqliteCalls extends FunctionWriter {
    SqliteCalls(SqlWriter out) {
        super(out);
    }

    /** LENGTH counts characters. */
    @Override
    void length(List<SqlExpr> arguments) {
        named("LENGTH", arguments);
    }

    @Override
    void left(SqlExpr text, SqlExpr length) {
        out.write("SUBSTR(");
        out.expression(text);
        out.write(", 1, ");
        out.expression(length);
        out.write(")");
    }

    /** A negative position counts from the end. */
    @Override
    void right(SqlExpr text, SqlExpr length) {
        out.write("SUBSTR(");
        out.expression(text);
        out.write(", -");
        out.operand(length, Binding.ATOM);
        out.write(", ");
        out.expression(length);
        out.write(")");
    }

    @Override
    void composed(SqlFunction function, List<SqlExpr> arguments) {
        named(SqliteFunctions.PREFIX + function.name(), arguments);
    }

    @Override
    void reverse(SqlExpr text) {
        named(SqliteFunctions.PREFIX + "REVERSE", text);
    }

    @Override
    void index(SqlExpr text, SqlExpr part) {
        named("INSTR", text, part);
    }

    @Override
    void character(SqlExpr codePoint) {
        named("CHAR", codePoint);
    }

    @Override
    void codePoint(SqlExpr text) {
        named("UNICODE", text);
    }

    @Override
    void hash(SqlFunction function, SqlExpr text) {
        named(SqliteFunctions.PREFIX + function.name(), text);
    }

    @Override
    void extreme(SqlFunction function, List<SqlExpr> arguments) {
        named(function == SqlFunction.GREATEST ? "MAX" : "MIN", arguments);
    }

    @Override
    void round(List<SqlExpr> arguments, StorageType type) {
        if (arguments.size() == 2 && type == StorageType.DECIMAL) {
            named(SqliteFunctions.PREFIX + "ROUND", arguments);
        } else {
            super.round(arguments, type);
        }
    }

    @Override
    void cotangent(SqlExpr angle) {
        out.write("(1 / TAN(");
        out.expression(angle);
        out.write("))");
    }

    /** Dates and times are text; a decimal keeps all its digits unless it is rounded. */
    @Override
    void cast(SqlExpr.Cast cast) {
        StorageType from = SqlTypes.of(cast.value());
        boolean whole = from == StorageType.INSTANT || from == StorageType.TIMESTAMP;
        if (whole && (cast.type() == StorageType.DATE || cast.type() == StorageType.TIME)) {
            out.dates().halfOf(cast.value(), cast.type());
        } else if (cast.type() == StorageType.DECIMAL && cast.precision() > 0) {
            out.write(SqliteFunctions.PREFIX).write("ROUND(");
            out.expression(cast.value());
            out.write(", " + cast.scale() + ")");
        } else {
            super.cast(cast);
        }
    }

    @Override
    void collated(SqlExpr.Collated collated) {
        out.operand(collated.text(), Binding.ATOM);
        out.write(" COLLATE ").identifier(collated.collation().toUpperCase(Locale.ROOT));
    }
}
