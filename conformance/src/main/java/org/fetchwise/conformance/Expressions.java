package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Expr;
import tools.jackson.databind.JsonNode;

/** Reads expressions. Each form is known by the one property that no other form has. */
final class Expressions {
    private final Map<String, Function<JsonNode, Expr<Object, ?>>> forms;

    Expressions(Interpreter interpreter) {
        forms = Map.of(
                "F", json -> field(json.path("F").stringValue()),
                "op", json -> new ArithmeticCall(interpreter).expression(json),
                "fn", json -> new FunctionCalls(interpreter).expression(json),
                "case", json -> new Choices(interpreter).expression(json),
                "cond", json -> interpreter.conditions().one(json.path("cond")));
    }

    /** An expression that stands by itself. */
    Expr<Object, ?> expression(JsonNode json) {
        for (Map.Entry<String, Function<JsonNode, Expr<Object, ?>>> form : forms.entrySet()) {
            if (json.has(form.getKey())) {
                return form.getValue().apply(json);
            }
        }
        throw new UnknownNameException(
                "expression", Set.copyOf(json.propertyNames()).toString());
    }

    /** An expression to calculate with. */
    AnyExpr any(JsonNode json) {
        if (json.isObject() && expression(json) instanceof AnyExpr any) {
            return any;
        }
        throw new UnknownNameException("expression", json.toString());
    }
}
