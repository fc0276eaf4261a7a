package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;

/** What MariaDB spells differently among functions. */
final class MariaDbFunctions extends FunctionWriter {
    private final String binaryCollation;

    MariaDbFunctions(SqlWriter out, String binaryCollation) {
        super(out);
        this.binaryCollation = binaryCollation;
    }

    /** CONCAT gives NULL for NULL, where CONCAT_WS leaves it out. */
    @Override
    void concatenation(List<SqlExpr> arguments) {
        out.write("CONCAT_WS('', ");
        out.separated(arguments, out::untyped);
        out.write(")");
    }

    /** LOCATE follows the collation. */
    @Override
    void index(SqlExpr text, SqlExpr part) {
        out.write("LOCATE(CONVERT(");
        out.untyped(part);
        out.write(" USING utf8mb4) COLLATE ").write(binaryCollation).write(", ");
        out.untyped(text);
        out.write(")");
    }

    /** CHAR and ORD speak of bytes, which are the code point in UTF-32. */
    @Override
    void character(SqlExpr codePoint) {
        out.write("CONVERT(CHAR(");
        out.untyped(codePoint);
        out.write(" USING utf32) USING utf8mb4)");
    }

    @Override
    void codePoint(SqlExpr text) {
        out.write("CAST(CONV(HEX(CONVERT(LEFT(");
        out.untyped(text);
        out.write(", 1) USING utf32)), 16, 10) AS SIGNED)");
    }

    @Override
    void hash(SqlFunction function, SqlExpr text) {
        if (function == SqlFunction.MD5 || function == SqlFunction.SHA1) {
            super.hash(function, text);
        } else {
            out.write("SHA2(");
            out.untyped(text);
            out.write(", ").write(bits(function)).write(")");
        }
    }

    /** Halves of floating point are rounded to even numbers, those of decimals away from zero. */
    @Override
    void round(List<SqlExpr> arguments, StorageType type) {
        out.write("ROUND(");
        if (type == StorageType.DOUBLE) {
            out.cast(arguments.get(0), StorageType.DECIMAL);
        } else {
            out.untyped(arguments.get(0));
        }
        for (SqlExpr digits : arguments.subList(1, arguments.size())) {
            out.write(", ");
            out.untyped(digits);
        }
        out.write(")");
    }

    /** PI() is sent with six digits after the point. */
    @Override
    void pi() {
        out.write("ACOS(-1)");
    }

    /** A conversion would round. */
    @Override
    void cast(SqlExpr.Cast cast) {
        if (dropsFraction(cast)) {
            out.write("CAST(TRUNCATE(");
            out.untyped(cast.value());
            out.write(", 0) AS ").type(cast.type()).write(")");
        } else if (cast.type() == StorageType.DECIMAL && cast.precision() > 0) {
            out.write("CAST(");
            out.untyped(cast.value());
            out.write(" AS DECIMAL(" + cast.precision() + ", " + cast.scale() + "))");
        } else {
            super.cast(cast);
        }
    }
}
