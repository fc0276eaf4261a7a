package org.fetchwise.conformance;

import org.fetchwise.expr.AnyExpr;
import tools.jackson.databind.JsonNode;

/** Reads arithmetic. */
final class ArithmeticCall {
    private final Interpreter interpreter;

    ArithmeticCall(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    AnyExpr expression(JsonNode json) {
        String operator = json.path("op").stringValue();
        AnyExpr left = interpreter.expressions().any(json.path("args").path(0));
        Object right = interpreter.operands().operand(json.path("args").path(1));
        if (right == null) {
            throw new UnknownNameException("operand", "null");
        }
        return switch (operator) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.dividedBy(right);
            case "%" -> left.modulo(right);
            default -> throw new UnknownNameException("operator", operator);
        };
    }
}
