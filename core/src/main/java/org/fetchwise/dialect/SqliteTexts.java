package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.RegexMatch;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.TextPosition;

/** What SQLite spells differently among comparisons with parts and patterns of texts. */
final class SqliteTexts extends TextMatchWriter {
    SqliteTexts(SqlWriter out) {
        super(out);
    }

    /** LIKE ignores the case of ASCII letters, always. */
    @Override
    void match(TextMatch match) {
        if (match.ignoreCase() || match.position() == TextPosition.WHOLE) {
            super.match(match);
            return;
        }
        switch (match.position()) {
            case WHOLE, ANYWHERE -> pair("INSTR(", match.text(), ", ", match.part(), ") > 0");
            case START -> {
                pair("SUBSTR(", match.text(), ", 1, LENGTH(", match.part(), ")) = ");
                out.operand(match.part(), Binding.SUM);
            }
            case END -> {
                pair("SUBSTR(", match.text(), ", LENGTH(", match.text(), ") - LENGTH(");
                out.expression(match.part());
                out.write(") + 1) = ");
                out.operand(match.part(), Binding.SUM);
            }
        }
    }

    private void pair(String before, SqlExpr first, String between, SqlExpr second, String after) {
        out.write(before);
        out.expression(first);
        out.write(between);
        out.expression(second);
        out.write(after);
    }

    /** The operator calls the function that {@link SqliteFunctions} registers. */
    @Override
    void regex(RegexMatch match) {
        out.operand(match.text(), Binding.SUM);
        out.write(match.ignoreCase() ? " REGEXP '(?i)' || " : " REGEXP ");
        out.operand(match.pattern(), Binding.ATOM);
    }
}
