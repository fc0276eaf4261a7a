package org.fetchwise.dialect;

import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.SqlExpr.RegexMatch;

/** What MariaDB spells differently among comparisons with parts and patterns of texts. */
final class MariaDbTexts extends TextMatchWriter {
    private final String binaryCollation;

    MariaDbTexts(SqlWriter out, String binaryCollation) {
        super(out);
        this.binaryCollation = binaryCollation;
    }

    /** LIKE follows the collation, which ignores case in most databases. A parameter can be given another. */
    @Override
    String like(SqlExpr part) {
        return part instanceof Parameter ? super.like(part) : " LIKE BINARY ";
    }

    /** With the collation of the columns that we create, so that their indexes are used. */
    @Override
    void patternParameter(int slot, Form form) {
        super.patternParameter(slot, form);
        out.write(" COLLATE ").write(binaryCollation);
    }

    /** Two bars are OR unless sql_mode has PIPES_AS_CONCAT. */
    @Override
    void surrounded(boolean openStart, SqlExpr part, boolean openEnd) {
        out.write(openStart ? "CONCAT('%', " : "CONCAT(");
        escaped(part);
        out.write(openEnd ? ", '%')" : ")");
    }

    /** REGEXP follows the collation unless the pattern says. */
    @Override
    void regex(RegexMatch match) {
        out.operand(match.text(), Binding.SUM);
        out.write(" REGEXP CONCAT(").write(match.ignoreCase() ? "'(?i)', " : "'(?-i)', ");
        out.expression(match.pattern());
        out.write(")");
    }
}
