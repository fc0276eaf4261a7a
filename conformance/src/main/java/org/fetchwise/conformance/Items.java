package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fetchwise.expr.Direction;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Ordering;
import tools.jackson.databind.JsonNode;

/** Reads what operations list: annotations, values and the terms of an order. */
final class Items {
    private final Interpreter interpreter;

    Items(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    List<Expr<Object, ?>> annotations(List<JsonNode> arguments) {
        List<Expr<Object, ?>> expressions = new ArrayList<>();
        for (JsonNode argument : arguments) {
            for (Map.Entry<String, JsonNode> entry : argument.properties()) {
                Expr<Object, ?> expression =
                        interpreter.expressions().expression(entry.getValue()).named(entry.getKey());
                interpreter.names().annotation(entry.getKey(), expression);
                noteDocument(entry.getKey(), entry.getValue());
                expressions.add(expression);
            }
        }
        return expressions;
    }

    List<Expr<Object, ?>> values(String operation, List<JsonNode> arguments) {
        if (operation.equals("values_flat") && arguments.size() != 1) {
            throw new ImpossibleCallException("a list of single values has one expression");
        }
        List<Expr<Object, ?>> items = new ArrayList<>();
        for (JsonNode argument : arguments) {
            if (argument.isObject()) {
                noteDocument(argument.path("as").stringValue(), argument.path("expr"));
            } else if (JsonFunctions.leadsToDocument(argument.stringValue())) {
                interpreter.names().document(argument.stringValue());
            }
            items.add(
                    argument.isObject()
                            ? interpreter
                                    .expressions()
                                    .expression(argument.path("expr"))
                                    .named(argument.path("as").stringValue())
                            : field(argument.stringValue()));
        }
        return items;
    }

    private void noteDocument(String name, JsonNode expression) {
        if (JsonFunctions.isDocument(expression)) {
            interpreter.names().document(name);
        }
    }

    List<Ordering<Object>> orders(Iterable<JsonNode> arguments) {
        List<Ordering<Object>> orders = new ArrayList<>();
        for (JsonNode argument : arguments) {
            orders.add(argument.isObject() ? ordered(argument) : order(argument.stringValue()));
        }
        return orders;
    }

    private Direction<Object> ordered(JsonNode json) {
        Expr<Object, ?> expression = interpreter.expressions().expression(json.path("order"));
        Direction<Object> direction = json.path("desc").asBoolean(false) ? expression.desc() : expression.asc();
        return switch (json.path("nulls").asString("")) {
            case "first" -> direction.nullsFirst();
            case "last" -> direction.nullsLast();
            default -> direction;
        };
    }

    /** An end of a slice. */
    static int bound(JsonNode json, int open) {
        return json.isNull() ? open : json.intValue();
    }

    /** Whether an operation is given null, which clears what the same operation has set. */
    static boolean isNull(List<JsonNode> arguments) {
        return arguments.size() == 1 && arguments.get(0).isNull();
    }
}
