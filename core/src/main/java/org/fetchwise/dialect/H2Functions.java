package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;
import org.fetchwise.sql.SqlTypes;

/** What H2 spells differently among functions and operators. */
final class H2Functions extends FunctionWriter {
    H2Functions(SqlWriter out) {
        super(out);
    }

    @Override
    void index(SqlExpr text, SqlExpr part) {
        named("LOCATE", part, text);
    }

    @Override
    void character(SqlExpr codePoint) {
        named("CHAR", codePoint);
    }

    /** CHAR_LENGTH counts the two halves of a character beyond U+FFFF. */
    @Override
    void length(List<SqlExpr> arguments) {
        out.write("CHAR_LENGTH(REGEXP_REPLACE(");
        out.untyped(arguments.get(0));
        out.write(", '[\\x{10000}-\\x{10FFFF}]', '_'))");
    }

    /**
     * There is no function for it: the characters are put together from the last to the first, and the halves of those beyond
     * U+FFFF exchanged again.
     */
    @Override
    void reverse(SqlExpr text) {
        out.write("COALESCE((SELECT REGEXP_REPLACE(LISTAGG(SUBSTRING(");
        out.untyped(text);
        out.write(", X, 1), '') WITHIN GROUP (ORDER BY X DESC), '([\\x{DC00}-\\x{DFFF}])([\\x{D800}-\\x{DBFF}])',");
        out.write(" '$2$1') FROM SYSTEM_RANGE(1, 2147483647) WHERE X <= CHAR_LENGTH(");
        out.untyped(text);
        out.write(")), ");
        out.untyped(text);
        out.write(")");
    }

    /** Only the first character of what is filled in would be taken. */
    @Override
    void composed(SqlFunction function, List<SqlExpr> arguments) {
        if (function == SqlFunction.REPEAT) {
            super.composed(function, arguments);
            return;
        }
        SqlExpr text = arguments.get(0);
        SqlExpr length = arguments.get(1);
        boolean left = function == SqlFunction.LPAD;
        out.write(left ? "LEFT(LEFT(REPEAT(" : "LEFT(");
        if (!left) {
            out.untyped(text);
            out.write(" || REPEAT(");
        }
        out.untyped(arguments.get(2));
        out.write(", ");
        out.untyped(length);
        out.write(")");
        if (left) {
            out.write(", ");
            out.untyped(length);
            out.write(" - CHAR_LENGTH(");
            out.untyped(text);
            out.write(")) || ");
            out.untyped(text);
        }
        out.write(", ");
        out.untyped(length);
        out.write(")");
    }

    @Override
    void hash(SqlFunction function, SqlExpr text) {
        String algorithm = function == SqlFunction.MD5 ? "MD5" : "SHA-" + bits(function);
        out.write("LOWER(RAWTOHEX(HASH('").write(algorithm).write("', STRINGTOUTF8(");
        out.untyped(text);
        out.write("))))");
    }

    /** A conversion would round. */
    @Override
    void cast(SqlExpr.Cast cast) {
        if (dropsFraction(cast)) {
            out.write("CAST(TRUNC(");
            out.untyped(cast.value());
            out.write(") AS ").type(cast.type()).write(")");
        } else if (cast.type() == StorageType.DECIMAL && cast.precision() > 0) {
            out.write("CAST(");
            out.untyped(cast.value());
            out.write(" AS NUMERIC(" + cast.precision() + ", " + cast.scale() + "))");
        } else {
            super.cast(cast);
        }
    }

    @Override
    void collated(SqlExpr.Collated collated) {
        throw new UnsupportedFeatureException("H2 has one collation for the whole database, chosen with SET COLLATION;"
                + " an expression cannot have another. Compare lower() of both sides instead.");
    }

    /** Operators. */
    static final class Calculations extends CalculationWriter {
        Calculations(SqlWriter out) {
            super(out);
        }

        /** The result has the type of the divisor. */
        @Override
        void modulo(SqlExpr left, SqlExpr right) {
            if (SqlTypes.isFraction(left) && !SqlTypes.isFraction(right)) {
                term(left, Binding.PRODUCT);
                out.write(" % ");
                out.cast(right, StorageType.DECIMAL);
            } else {
                super.modulo(left, right);
            }
        }

        @Override
        void bits(SqlExpr left, String operator, SqlExpr right) {
            function(operator.equals(" & ") ? "BITAND" : "BITOR", left, right);
        }

        @Override
        void exclusiveOr(SqlExpr left, SqlExpr right) {
            function("BITXOR", left, right);
        }

        @Override
        void shift(SqlExpr left, String operator, SqlExpr right) {
            function(operator.equals(" << ") ? "LSHIFT" : "RSHIFT", left, right);
        }

        private void function(String name, SqlExpr left, SqlExpr right) {
            out.functions().named(name, left, right);
        }
    }
}
