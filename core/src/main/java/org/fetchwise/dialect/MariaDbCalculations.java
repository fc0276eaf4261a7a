package org.fetchwise.dialect;

import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;

/** What MariaDB spells differently among operators: those of bits give numbers without a sign. */
final class MariaDbCalculations extends CalculationWriter {
    MariaDbCalculations(SqlWriter out) {
        super(out);
    }

    /** A quotient of decimals has four digits more than what is divided, however many it needs. */
    @Override
    void numbers(Arithmetic calculation) {
        if (calculation.operator() == ArithmeticOperator.DIVIDED_BY && calculation.type() == StorageType.DECIMAL) {
            out.cast(calculation.left(), StorageType.DECIMAL);
            out.write(" / ");
            term(calculation.right(), Binding.ATOM);
        } else {
            super.numbers(calculation);
        }
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
