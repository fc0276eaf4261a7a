package org.fetchwise.dialect;

import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Writes calculations with operators. Designed for subclassing. */
class CalculationWriter {
    final SqlWriter out;

    CalculationWriter(SqlWriter out) {
        this.out = out;
    }

    /** Writes a calculation. */
    final void calculation(Arithmetic calculation) {
        SqlExpr left = calculation.left();
        SqlExpr right = calculation.right();
        StorageType type = calculation.type();
        if (isTemporal(type)) {
            out.dates().shifted(left, calculation.operator() == ArithmeticOperator.MINUS, right, type);
        } else if (type == StorageType.DURATION && isTemporal(SqlTypes.of(left))) {
            out.dates().elapsed(left, right);
        } else {
            numbers(calculation);
        }
    }

    private static boolean isTemporal(@Nullable StorageType type) {
        return type == StorageType.INSTANT
                || type == StorageType.TIMESTAMP
                || type == StorageType.DATE
                || type == StorageType.TIME;
    }

    /** A calculation of numbers. */
    void numbers(Arithmetic calculation) {
        SqlExpr left = calculation.left();
        SqlExpr right = calculation.right();
        switch (calculation.operator()) {
            case PLUS -> sum(left, " + ", right);
            case MINUS -> sum(left, " - ", right);
            case TIMES -> product(left, " * ", right);
            case DIVIDED_BY -> {
                if (SqlTypes.isFraction(left) || SqlTypes.isFraction(right)) {
                    product(left, " / ", right);
                } else {
                    out.cast(left, StorageType.DOUBLE);
                    out.write(" / ");
                    term(right, Binding.ATOM);
                }
            }
            case QUOTIENT -> quotient(left, right);
            case MODULO -> modulo(left, right);
            case BIT_AND -> bits(left, " & ", right);
            case BIT_OR -> bits(left, " | ", right);
            case BIT_XOR -> exclusiveOr(left, right);
            case SHIFT_LEFT -> shift(left, " << ", right);
            case SHIFT_RIGHT -> shift(left, " >> ", right);
        }
    }

    private void sum(SqlExpr left, String operator, SqlExpr right) {
        term(left, Binding.SUM);
        out.write(operator);
        term(right, Binding.PRODUCT);
    }

    /** Operands and an operator that binds like multiplication. */
    final void product(SqlExpr left, String operator, SqlExpr right) {
        term(left, Binding.PRODUCT);
        out.write(operator);
        term(right, Binding.ATOM);
    }

    final void term(SqlExpr term, Binding least) {
        if (Binding.of(term) == Binding.ATOM) {
            out.untyped(term);
        } else {
            out.operand(term, least);
        }
    }

    /** Division of whole numbers without a rest. */
    void quotient(SqlExpr left, SqlExpr right) {
        product(left, " / ", right);
    }

    void modulo(SqlExpr left, SqlExpr right) {
        product(left, " % ", right);
    }

    /** An operation on bits. */
    void bits(SqlExpr left, String operator, SqlExpr right) {
        term(left, Binding.ATOM);
        out.write(operator);
        term(right, Binding.ATOM);
    }

    void exclusiveOr(SqlExpr left, SqlExpr right) {
        bits(left, " # ", right);
    }

    void shift(SqlExpr left, String operator, SqlExpr right) {
        bits(left, operator, right);
    }
}
