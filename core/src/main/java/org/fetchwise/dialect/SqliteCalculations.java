package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;

/** What SQLite spells differently among operators. */
final class SqliteCalculations extends CalculationWriter {
    SqliteCalculations(SqlWriter out) {
        super(out);
    }

    /** The operator drops what stands after the points. */
    @Override
    void modulo(SqlExpr left, SqlExpr right) {
        if (SqlTypes.isFraction(left) || SqlTypes.isFraction(right)) {
            out.functions().named("MOD", left, right);
        } else {
            super.modulo(left, right);
        }
    }

    /** The bits that one of both has, but not both. */
    @Override
    void exclusiveOr(SqlExpr left, SqlExpr right) {
        out.write("(");
        bits(left, " | ", right);
        out.write(") - (");
        bits(left, " & ", right);
        out.write(")");
    }

    @Override
    void bits(SqlExpr left, String operator, SqlExpr right) {
        out.infix(left, operator, right, Binding.ATOM);
    }
}
