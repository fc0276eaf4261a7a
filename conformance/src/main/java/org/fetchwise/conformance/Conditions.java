package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.fetchwise.expr.Condition;
import tools.jackson.databind.JsonNode;

/** Reads conditions. */
final class Conditions {
    private final Interpreter interpreter;

    Conditions(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The conditions of one call; the empty condition is none. */
    List<Condition<Object>> all(Iterable<JsonNode> arguments) {
        List<Condition<Object>> conditions = new ArrayList<>();
        for (JsonNode argument : arguments) {
            conditions.addAll(each(argument));
        }
        return conditions;
    }

    /** A condition that is not empty. */
    Condition<Object> one(JsonNode json) {
        return joined(each(json), Condition::and);
    }

    private List<Condition<Object>> each(JsonNode json) {
        if (json.has("and")) {
            return all(json.path("and"));
        }
        if (json.has("or")) {
            return combined(json.path("or"), Condition::or);
        }
        if (json.has("xor")) {
            return combined(json.path("xor"), Condition::xor);
        }
        if (json.has("not")) {
            List<Condition<Object>> inner = each(json.path("not"));
            return inner.isEmpty()
                    ? inner
                    : List.of(joined(inner, Condition::and).not());
        }
        if (json.has("expr")) {
            return List.of(truth(json.path("expr")));
        }
        List<Condition<Object>> lookups = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            lookups.add(lookup(entry.getKey(), interpreter.operands().operand(entry.getValue())));
        }
        return lookups;
    }

    /** An expression as a condition: a condition itself, or a value that must be true. */
    private Condition<Object> truth(JsonNode json) {
        return interpreter.expressions().any(json).isTrue();
    }

    private List<Condition<Object>> combined(JsonNode parts, BinaryOperator<Condition<Object>> operator) {
        List<Condition<Object>> conditions = new ArrayList<>();
        for (JsonNode part : parts) {
            List<Condition<Object>> inner = each(part);
            if (!inner.isEmpty()) {
                conditions.add(joined(inner, Condition::and));
            }
        }
        return conditions.isEmpty() ? conditions : List.of(joined(conditions, operator));
    }

    private static Condition<Object> joined(
            List<Condition<Object>> conditions, BinaryOperator<Condition<Object>> operator) {
        return conditions.stream()
                .reduce(operator)
                .orElseThrow(() -> new ImpossibleCallException("there is no empty condition"));
    }
}
