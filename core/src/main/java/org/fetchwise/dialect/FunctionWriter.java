package org.fetchwise.dialect;

import java.util.List;
import java.util.Locale;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Call;
import org.fetchwise.sql.SqlFunction;
import org.fetchwise.sql.SqlTypes;

/** Writes functions of texts and numbers, and gives dates to {@link DateWriter}. Designed for subclassing. */
class FunctionWriter {
    final SqlWriter out;

    FunctionWriter(SqlWriter out) {
        this.out = out;
    }

    /** Writes a call. */
    final void call(Call call) {
        List<SqlExpr> arguments = call.arguments();
        SqlFunction function = call.function();
        switch (function) {
            case LOWER,
                    UPPER,
                    REPLACE,
                    TRIM,
                    LTRIM,
                    RTRIM,
                    COALESCE,
                    NULLIF,
                    ABS,
                    CEIL,
                    FLOOR,
                    POWER,
                    SQRT,
                    EXP,
                    LN,
                    SIN,
                    COS,
                    TAN,
                    ASIN,
                    ACOS,
                    ATAN,
                    ATAN2,
                    DEGREES,
                    RADIANS,
                    SIGN -> named(function.name(), arguments);
            case LENGTH -> length(arguments);
            case CONCAT -> concatenation(arguments);
            case LEFT -> left(arguments.get(0), arguments.get(1));
            case RIGHT -> right(arguments.get(0), arguments.get(1));
            case SUBSTRING -> substring(arguments);
            case LPAD, RPAD, REPEAT -> composed(function, arguments);
            case REVERSE -> reverse(arguments.get(0));
            case STR_INDEX -> index(arguments.get(0), arguments.get(1));
            case CHR -> character(arguments.get(0));
            case ORD -> codePoint(arguments.get(0));
            case MD5, SHA1, SHA224, SHA256, SHA384, SHA512 -> hash(function, arguments.get(0));
            case GREATEST, LEAST -> extreme(function, arguments);
            case ROUND -> round(arguments, call.type());
            case LOG -> logarithm(arguments.get(0), arguments.get(1));
            case COT -> cotangent(arguments.get(0));
            case PI -> pi();
            case DATE, TIME -> out.dates().halfOf(arguments.get(0), call.type());
            case YEAR, ISO_YEAR, QUARTER, MONTH, WEEK, DAY, WEEK_DAY, ISO_WEEK_DAY, HOUR, MINUTE, SECOND ->
                out.dates().part(function, arguments.get(0));
            case TRUNC_YEAR,
                    TRUNC_QUARTER,
                    TRUNC_MONTH,
                    TRUNC_WEEK,
                    TRUNC_DAY,
                    TRUNC_HOUR,
                    TRUNC_MINUTE,
                    TRUNC_SECOND -> out.dates().truncated(function, arguments.get(0), call.type());
        }
    }

    /** A function by its name. */
    final void named(String name, List<SqlExpr> arguments) {
        out.write(name).write("(");
        out.separated(arguments, out::untyped);
        out.write(")");
    }

    final void named(String name, SqlExpr... arguments) {
        named(name, List.of(arguments));
    }

    /** The number of characters. */
    void length(List<SqlExpr> arguments) {
        named("CHAR_LENGTH", arguments);
    }

    /** Texts joined, NULL counting as empty. */
    void concatenation(List<SqlExpr> arguments) {
        named("CONCAT", arguments);
    }

    void left(SqlExpr text, SqlExpr length) {
        named("LEFT", text, length);
    }

    void right(SqlExpr text, SqlExpr length) {
        named("RIGHT", text, length);
    }

    /** A text from a position on, perhaps up to a length. */
    void substring(List<SqlExpr> arguments) {
        named("SUBSTRING", arguments);
    }

    /** LPAD, RPAD or REPEAT. */
    void composed(SqlFunction function, List<SqlExpr> arguments) {
        named(function.name(), arguments);
    }

    void reverse(SqlExpr text) {
        named("REVERSE", text);
    }

    /** Where a part begins in a text. */
    void index(SqlExpr text, SqlExpr part) {
        named("STRPOS", text, part);
    }

    /** The character of a code point. */
    void character(SqlExpr codePoint) {
        named("CHR", codePoint);
    }

    /** The code point of the first character. */
    void codePoint(SqlExpr text) {
        named("ASCII", text);
    }

    /** The hexadecimal digits of a hash, in lower case. */
    void hash(SqlFunction function, SqlExpr text) {
        named(function.name(), text);
    }

    /** GREATEST or LEAST. */
    void extreme(SqlFunction function, List<SqlExpr> arguments) {
        named(function.name(), arguments);
    }

    /** A number, and perhaps how many digits it keeps after the point. */
    void round(List<SqlExpr> arguments, StorageType type) {
        named("ROUND", arguments);
    }

    void logarithm(SqlExpr base, SqlExpr number) {
        named("LOG", base, number);
    }

    void cotangent(SqlExpr angle) {
        named("COT", angle);
    }

    void pi() {
        out.write("PI()");
    }

    /** Writes a conversion. */
    void cast(SqlExpr.Cast cast) {
        StorageType type = cast.type();
        out.write("CAST(");
        out.expression(cast.value());
        out.write(" AS ").type(type);
        if (type == StorageType.DECIMAL && cast.precision() > 0) {
            out.write("(" + cast.precision() + ", " + cast.scale() + ")");
        }
        out.write(")");
    }

    /** Whether a conversion drops what stands after the point. */
    static boolean dropsFraction(SqlExpr.Cast cast) {
        return cast.type().isWhole() && SqlTypes.isFraction(cast.value());
    }

    /** The number of bits of a hash. */
    static String bits(SqlFunction hash) {
        return hash.name().substring("SHA".length()).toLowerCase(Locale.ROOT);
    }

    /** Writes a text with a collation. */
    void collated(SqlExpr.Collated collated) {
        out.operand(collated.text(), Binding.ATOM);
        out.write(" COLLATE ").identifier(collated.collation());
    }
}
