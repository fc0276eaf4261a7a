package org.fetchwise.dialect;

import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlTypes;

/** What SQLite spells differently among operators. */
final class SqliteCalculations extends CalculationWriter {
    SqliteCalculations(SqlWriter out) {
        super(out);
    }

    /** SQLite would calculate with binary numbers, of which few are decimals. */
    @Override
    void numbers(Arithmetic calculation) {
        switch (calculation.operator()) {
            case PLUS, MINUS, TIMES, DIVIDED_BY, MODULO -> {
                if (calculation.type() == StorageType.DECIMAL) {
                    out.functions()
                            .named(
                                    SqliteDecimals.nameOf(calculation.operator()),
                                    calculation.left(),
                                    calculation.right());
                } else {
                    super.numbers(calculation);
                }
            }
            case QUOTIENT, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> super.numbers(calculation);
        }
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
