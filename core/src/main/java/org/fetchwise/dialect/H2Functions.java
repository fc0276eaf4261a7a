package org.fetchwise.dialect;

import org.fetchwise.dialect.SqlWriter.Binding;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlFunction;

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

    /** There is no function for it: the characters are put together from the last to the first. */
    @Override
    void reverse(SqlExpr text) {
        out.write("COALESCE((SELECT LISTAGG(SUBSTRING(");
        out.untyped(text);
        out.write(", X, 1), '') WITHIN GROUP (ORDER BY X DESC) FROM SYSTEM_RANGE(1, 2147483647) WHERE X <= CHAR_LENGTH(");
        out.untyped(text);
        out.write(")), ");
        out.untyped(text);
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
