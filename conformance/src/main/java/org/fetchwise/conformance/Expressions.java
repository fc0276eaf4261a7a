package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.nullValue;
import static org.fetchwise.expr.Functions.untyped;
import static org.fetchwise.expr.Functions.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.Expr;
import tools.jackson.databind.JsonNode;

/** Reads expressions. Each form is known by the one property that no other form has. */
final class Expressions {
    private final Interpreter interpreter;
    private final Map<String, Function<JsonNode, Expr<Object, ?>>> forms;

    Expressions(Interpreter interpreter) {
        this.interpreter = interpreter;
        forms = new LinkedHashMap<>(Map.of(
                "F", json -> field(json.path("F").stringValue()),
                "op", json -> new ArithmeticCall(interpreter).expression(json),
                "fn", json -> new FunctionCalls(interpreter).expression(json),
                "case", json -> new Choices(interpreter).expression(json),
                "cond", json -> interpreter.conditions().one(json.path("cond"))));
        forms.put("exists", json -> new Subqueries(interpreter).exists(json));
        forms.put("subquery", json -> new Subqueries(interpreter).scalar(json.path("subquery")));
        forms.put("outer", Subqueries::outerValue);
        forms.put("window", json -> new Windows(interpreter).expression(json));
        forms.put("lookup", this::comparison);
        forms.put(
                "wrap",
                json -> any(json.path("wrap"))
                        .declared(TypeNames.classOf(json.path("type").stringValue())));
        forms.put("value", this::literal);
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
        if (json.isObject()) {
            return untyped(expression(json));
        }
        throw new UnknownNameException("expression", json.toString());
    }

    private Condition<Object> comparison(JsonNode json) {
        JsonNode arguments = json.path("args");
        return any(arguments.path(0))
                .compared(
                        json.path("lookup").stringValue(),
                        interpreter.operands().operand(arguments.path(1)));
    }

    private AnyExpr literal(JsonNode json) {
        Object value = interpreter.operands().operand(json);
        return switch (value) {
            case null -> nullValue();
            case AnyExpr document -> document;
            default -> value(value);
        };
    }
}
