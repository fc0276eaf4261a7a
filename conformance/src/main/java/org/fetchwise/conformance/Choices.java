package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.caseWhen;

import org.fetchwise.expr.Condition;
import org.fetchwise.expr.Expr;
import tools.jackson.databind.JsonNode;

/** Reads choices between values. */
final class Choices {
    private final Interpreter interpreter;

    Choices(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Expr<Object, ?> expression(JsonNode json) {
        JsonNode branches = json.path("case");
        JsonNode first = branches.path(0);
        Condition<Object> condition = interpreter.conditions().one(first.path(0));
        if (branches.size() > 1 || !json.has("default") || !first.path(1).has("value")) {
            throw new UnknownNameException("expression", "case");
        }
        Object then = LiteralValues.typed(first.path(1));
        Object otherwise = LiteralValues.typed(json.path("default"));
        if (then instanceof Long one && otherwise instanceof Long other) {
            return caseWhen(condition).then(one.longValue()).otherwise(other);
        }
        throw new UnknownNameException("expression", "case");
    }
}
