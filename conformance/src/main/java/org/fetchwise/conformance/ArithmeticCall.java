package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.call;

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
            case "^" -> call("power", left, right);
            case "&" -> left.bitAnd(right);
            case "|" -> left.bitOr(right);
            case "#" -> left.bitXor(right);
            case "<<" -> left.shiftLeft(right);
            case ">>" -> left.shiftRight(right);
            default -> throw new UnknownNameException("operator", operator);
        };
    }
}
