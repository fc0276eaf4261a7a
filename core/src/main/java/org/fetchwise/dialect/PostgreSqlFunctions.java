package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.RegexMatch;
import org.fetchwise.sql.SqlFunction;
import org.fetchwise.sql.SqlTypes;

/** What PostgreSQL spells differently among functions and operators. */
final class PostgreSqlFunctions extends FunctionWriter {
    PostgreSqlFunctions(SqlWriter out) {
        super(out);
    }

    /** MD5 gives digits, the others bytes of bytes; SHA-1 needs an extension. */
    @Override
    void hash(SqlFunction function, SqlExpr text) {
        switch (function) {
            case MD5 -> super.hash(function, text);
            case SHA1 ->
                throw new UnsupportedFeatureException(
                        "PostgreSQL has no SHA-1 without the extension pgcrypto. Take sha256(), or with the extension"
                                + " a template of SQL around DIGEST.");
            default -> {
                out.write("ENCODE(").write(function.name()).write("(CONVERT_TO(");
                out.untyped(text);
                out.write(", 'UTF8')), 'hex')");
            }
        }
    }

    /** A number of digits is known for decimals only, and halves of floating point would become the next even number. */
    @Override
    void round(List<SqlExpr> arguments, StorageType type) {
        if (type == StorageType.DECIMAL || (arguments.size() == 1 && type.isWhole())) {
            super.round(arguments, type);
            return;
        }
        out.write("CAST(ROUND(");
        out.cast(arguments.get(0), StorageType.DECIMAL);
        if (arguments.size() > 1) {
            out.write(", ");
            out.untyped(arguments.get(1));
        }
        out.write(") AS ").type(type).write(")");
    }

    /** Of numbers only those of 32 bits can be made of a truth value. */
    @Override
    void cast(SqlExpr.Cast cast) {
        if (SqlTypes.of(cast.value()) == StorageType.BOOLEAN
                && cast.type().isNumber()
                && cast.type() != StorageType.INTEGER) {
            out.write("CAST(");
            out.cast(cast.value(), StorageType.INTEGER);
            out.write(" AS ").type(cast.type()).write(")");
        } else {
            super.cast(cast);
        }
    }

    /** Known for numbers with a decimal point only. */
    @Override
    void logarithm(SqlExpr base, SqlExpr number) {
        out.write("CAST(LOG(");
        out.cast(base, StorageType.DECIMAL);
        out.write(", ");
        out.cast(number, StorageType.DECIMAL);
        out.write(") AS DOUBLE PRECISION)");
    }

    /** Patterns of texts. */
    static final class Texts extends TextMatchWriter {
        Texts(SqlWriter out) {
            super(out);
        }

        /** The operators work since ever; REGEXP_LIKE came with version 15. */
        @Override
        void regex(RegexMatch match) {
            out.infix(match.text(), match.ignoreCase() ? " ~* " : " ~ ", match.pattern(), Binding.SUM);
        }
    }

    /** Operators. */
    static final class Calculations extends CalculationWriter {
        Calculations(SqlWriter out) {
            super(out);
        }

        /** Not known for floating point. */
        @Override
        void modulo(SqlExpr left, SqlExpr right) {
            if (SqlTypes.of(left) == StorageType.DOUBLE || SqlTypes.of(right) == StorageType.DOUBLE) {
                out.cast(left, StorageType.DECIMAL);
                out.write(" % ");
                out.cast(right, StorageType.DECIMAL);
            } else {
                super.modulo(left, right);
            }
        }

        /** The distance is of 32 bits. */
        @Override
        void shift(SqlExpr left, String operator, SqlExpr right) {
            term(left, Binding.ATOM);
            out.write(operator);
            out.cast(right, StorageType.INTEGER);
        }
    }
}
