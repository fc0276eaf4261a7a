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

    /** LOCATE, too, counts the two halves of a character beyond U+FFFF. */
    @Override
    void index(SqlExpr text, SqlExpr part) {
        characters(() -> {
            out.write("LEFT(");
            out.untyped(text);
            out.write(", ");
            named("LOCATE", part, text);
            out.write(")");
        });
    }

    /** CHAR knows the halves only of a character beyond U+FFFF. */
    @Override
    void character(SqlExpr codePoint) {
        out.write("CASE WHEN ");
        out.untyped(codePoint);
        out.write(" > 65535 THEN CHAR(55232 + ");
        out.untyped(codePoint);
        out.write(" / 1024) || CHAR(56320 + ");
        out.untyped(codePoint);
        out.write(" % 1024) ELSE ");
        named("CHAR", codePoint);
        out.write(" END");
    }

    @Override
    void length(List<SqlExpr> arguments) {
        characters(() -> out.untyped(arguments.get(0)));
    }

    /** CHAR_LENGTH counts the two halves of a character beyond U+FFFF. */
    private void characters(Runnable text) {
        out.write("CHAR_LENGTH(REGEXP_REPLACE(");
        text.run();
        out.write(", '[\\x{10000}-\\x{10FFFF}]', '_'))");
    }

    @Override
    void left(SqlExpr text, SqlExpr length) {
        left(() -> out.untyped(text), () -> atLeastZero(length));
    }

    private void left(Runnable text, Runnable length) {
        cut(text, "^(.{0,", length, "}).*\\z");
    }

    @Override
    void right(SqlExpr text, SqlExpr length) {
        cut(() -> out.untyped(text), "^.*?(.{0,", () -> atLeastZero(length), "})\\z");
    }

    @Override
    void substring(List<SqlExpr> arguments) {
        Runnable skipped = () -> {
            out.write("GREATEST(");
            out.untyped(arguments.get(1));
            out.write(" - 1, 0)");
        };
        if (arguments.size() == 2) {
            cut(() -> out.untyped(arguments.get(0)), "^.{0,", skipped, "}(.*)\\z");
            return;
        }
        cut(
                () -> out.untyped(arguments.get(0)),
                "^.{0,",
                () -> {
                    skipped.run();
                    out.write(" || '}(.{0,' || ");
                    atLeastZero(arguments.get(2));
                },
                "}).*\\z");
    }

    /** LEFT, RIGHT and SUBSTRING would cut a character beyond U+FFFF into halves. */
    private void cut(Runnable text, String before, Runnable length, String after) {
        out.write("REGEXP_REPLACE(");
        text.run();
        out.write(", '(?s)").write(before).write("' || ");
        length.run();
        out.write(" || '").write(after).write("', '$1')");
    }

    /** What a user gives is checked when the query is built. */
    private void atLeastZero(SqlExpr length) {
        if (length instanceof SqlExpr.Parameter) {
            out.untyped(length);
        } else {
            out.write("GREATEST(");
            out.untyped(length);
            out.write(", 0)");
        }
    }

    /**
     * There is no function for it: the characters are put together from the last to the first, and the halves of those beyond
     * U+FFFF exchanged again. Without a length all numbers would be tried.
     */
    @Override
    void reverse(SqlExpr text) {
        out.write("COALESCE((SELECT REGEXP_REPLACE(LISTAGG(SUBSTRING(");
        out.untyped(text);
        out.write(", X, 1), '') WITHIN GROUP (ORDER BY X DESC), '([\\x{DC00}-\\x{DFFF}])([\\x{D800}-\\x{DBFF}])',");
        out.write(" '$2$1') FROM SYSTEM_RANGE(1, 2147483647) WHERE X <= COALESCE(CHAR_LENGTH(");
        out.untyped(text);
        out.write("), 0)), ");
        out.untyped(text);
        out.write(")");
    }

    /** Only the first character of what is filled in would be taken. */
    @Override
    void composed(SqlFunction function, List<SqlExpr> arguments) {
        switch (function) {
            case LPAD -> padded(arguments, true);
            case RPAD -> padded(arguments, false);
            default -> super.composed(function, arguments);
        }
    }

    private void padded(List<SqlExpr> arguments, boolean before) {
        SqlExpr text = arguments.get(0);
        SqlExpr length = arguments.get(1);
        Runnable filling = () -> named("REPEAT", arguments.get(2), length);
        Runnable missing = () -> {
            out.write("GREATEST(");
            out.untyped(length);
            out.write(" - ");
            length(List.of(text));
            out.write(", 0)");
        };
        left(
                () -> {
                    if (before) {
                        left(filling, missing);
                        out.write(" || ");
                    }
                    out.untyped(text);
                    if (!before) {
                        out.write(" || ");
                        filling.run();
                    }
                },
                () -> atLeastZero(length));
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
