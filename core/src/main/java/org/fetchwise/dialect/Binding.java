package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlExpr.Between;
import org.fetchwise.sql.SqlExpr.Call;
import org.fetchwise.sql.SqlExpr.Case;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Constant;
import org.fetchwise.sql.SqlExpr.InParameter;
import org.fetchwise.sql.SqlExpr.InSelect;
import org.fetchwise.sql.SqlExpr.NullCheck;
import org.fetchwise.sql.SqlExpr.Over;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.SqlExpr.RegexMatch;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.WindowCall;

/** How tightly an expression binds its operands, loosest first. */
public enum Binding {
    OR,
    AND,
    NOT,
    COMPARISON,
    BITS,
    SUM,
    PRODUCT,
    ATOM;

    /** {@return how tightly an expression binds} */
    static Binding of(SqlExpr expression) {
        return switch (expression) {
            case SqlExpr.AnyOf any -> any.terms().size() == 1 ? of(any.terms().getFirst()) : OR;
            case SqlExpr.AllOf all -> all.terms().size() == 1 ? of(all.terms().getFirst()) : AND;
            case SqlExpr.Negation negation -> NOT;
            case SqlExpr.Comparison comparison -> COMPARISON;
            case NullCheck check -> COMPARISON;
            case InParameter in -> COMPARISON;
            case InSelect in -> COMPARISON;
            case SqlExpr.InRows in -> COMPARISON;
            case SqlExpr.Row row -> ATOM;
            case TextMatch match -> COMPARISON;
            case RegexMatch match -> COMPARISON;
            case Between between -> COMPARISON;
            case Arithmetic arithmetic ->
                switch (arithmetic.operator()) {
                    case PLUS, MINUS -> SUM;
                    case TIMES, DIVIDED_BY, QUOTIENT, MODULO -> PRODUCT;
                    case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> BITS;
                };
            case SqlExpr.InZone inZone -> BITS;
            case SqlExpr.FromZone fromZone -> BITS;
            case SqlExpr.Collated collated -> BITS;
            case SqlExpr.JsonGet get -> ATOM;
            case SqlExpr.JsonContains contains -> ATOM;
            case SqlExpr.JsonObject object -> ATOM;
            case SqlExpr.Template template -> ATOM;
            case ColumnRef column -> ATOM;
            case Parameter parameter -> ATOM;
            case Constant constant -> ATOM;
            case SqlExpr.Declared declared -> ATOM;
            case SqlExpr.Exists exists -> COMPARISON;
            case Call call -> ATOM;
            case Case branches -> ATOM;
            case Aggregation aggregation -> ATOM;
            case Over over -> ATOM;
            case WindowCall call -> ATOM;
            case SqlExpr.Scalar scalar -> ATOM;
            case SqlExpr.Cast cast -> ATOM;
        };
    }
}
