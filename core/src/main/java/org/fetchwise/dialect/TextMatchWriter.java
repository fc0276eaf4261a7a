package org.fetchwise.dialect;

import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.SqlExpr.RegexMatch;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.TextPosition;

/** Writes comparisons with parts and patterns of texts. Designed for subclassing. */
class TextMatchWriter {
    final SqlWriter out;

    TextMatchWriter(SqlWriter out) {
        this.out = out;
    }

    /** Writes the comparison of a part of a text, taken literally. */
    void match(TextMatch match) {
        if (match.position() == TextPosition.WHOLE) {
            folded(match.text(), match.ignoreCase());
            out.write(" = ");
            folded(match.part(), match.ignoreCase());
        } else {
            folded(match.text(), match.ignoreCase());
            out.write(like(match.part()));
            out.write(match.ignoreCase() ? "UPPER(" : "");
            pattern(match.position(), match.part());
            out.write(match.ignoreCase() ? ")" : "");
            out.write(" ESCAPE '" + Dialect.ESCAPE + "'");
        }
    }

    /** The operator that compares with a pattern and heeds case, with spaces around it. */
    String like(SqlExpr part) {
        return " LIKE ";
    }

    /** Writes an operand of a comparison of texts. */
    final void folded(SqlExpr value, boolean ignoreCase) {
        if (ignoreCase) {
            out.write("UPPER(");
            out.untyped(value);
            out.write(")");
        } else {
            out.operand(value, Binding.SUM);
        }
    }

    /** Writes a pattern for LIKE. */
    final void pattern(TextPosition position, SqlExpr part) {
        if (part instanceof Parameter parameter) {
            Form form = switch (position) {
                case WHOLE -> Form.PATTERN_WHOLE;
                case ANYWHERE -> Form.PATTERN_ANYWHERE;
                case START -> Form.PATTERN_START;
                case END -> Form.PATTERN_END;
            };
            patternParameter(parameter.slot(), form);
        } else {
            boolean openStart = position == TextPosition.ANYWHERE || position == TextPosition.END;
            boolean openEnd = position == TextPosition.ANYWHERE || position == TextPosition.START;
            surrounded(openStart, part, openEnd);
        }
    }

    /** Writes the parameter that is bound as a pattern. */
    void patternParameter(int slot, Form form) {
        out.placeholder(slot, StorageType.VARCHAR, form);
    }

    /** Writes a pattern made of the value of an expression. Where the value is NULL, so is the pattern. */
    void surrounded(boolean openStart, SqlExpr part, boolean openEnd) {
        out.write(openStart ? "'%' || " : "");
        escaped(part);
        out.write(openEnd ? " || '%'" : "");
    }

    /** Writes an expression whose value is taken literally by LIKE. */
    final void escaped(SqlExpr part) {
        out.write("REPLACE(REPLACE(REPLACE(");
        out.untyped(part);
        out.write(", '!', '!!'), '%', '!%'), '_', '!_')");
    }

    /** Writes the comparison with a regular expression. */
    void regex(RegexMatch match) {
        out.write("REGEXP_LIKE(");
        out.untyped(match.text());
        out.write(", ");
        out.untyped(match.pattern());
        out.write(match.ignoreCase() ? ", 'i')" : ")");
    }
}
