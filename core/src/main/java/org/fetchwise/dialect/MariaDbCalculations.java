package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;

/** What MariaDB spells differently among operators: those of bits give numbers without a sign. */
final class MariaDbCalculations extends CalculationWriter {
    MariaDbCalculations(SqlWriter out) {
        super(out);
    }

    @Override
    void quotient(SqlExpr left, SqlExpr right) {
        product(left, " DIV ", right);
    }

    @Override
    void bits(SqlExpr left, String operator, SqlExpr right) {
        out.write("CAST(");
        super.bits(left, operator, right);
        out.write(" AS SIGNED)");
    }

    @Override
    void exclusiveOr(SqlExpr left, SqlExpr right) {
        bits(left, " ^ ", right);
    }

    /** A shift to the right fills with zeros; the sign is kept by turning the bits of a negative number round. */
    @Override
    void shift(SqlExpr left, String operator, SqlExpr right) {
        if (operator.equals(" << ")) {
            bits(left, operator, right);
            return;
        }
        out.write("CAST(CASE WHEN ");
        term(left, Binding.ATOM);
        out.write(" < 0 THEN ~(~");
        super.bits(left, operator, right);
        out.write(") ELSE ");
        super.bits(left, operator, right);
        out.write(" END AS SIGNED)");
    }
}
