package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.caseWhen;

import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Case;
import org.fetchwise.expr.Condition;
import tools.jackson.databind.JsonNode;

/** Reads choices between values. */
final class Choices {
    private final Interpreter interpreter;

    Choices(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    AnyExpr expression(JsonNode json) {
        JsonNode branches = json.path("case");
        Case<Object, Object, AnyExpr> choice =
                caseWhen(condition(branches.path(0))).then(value(branches.path(0)));
        for (int at = 1; at < branches.size(); at++) {
            choice = choice.orWhen(condition(branches.path(at))).then(value(branches.path(at)));
        }
        AnyExpr chosen = json.has("default")
                ? choice.otherwise(interpreter.expressions().any(json.path("default")))
                : choice.otherwiseNull();
        return json.has("type") ? TypeNames.cast(chosen, json) : chosen;
    }

    private Condition<Object> condition(JsonNode branch) {
        return interpreter.conditions().one(branch.path(0));
    }

    private AnyExpr value(JsonNode branch) {
        return interpreter.expressions().any(branch.path(1));
    }
}
