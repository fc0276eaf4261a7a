package org.fetchwise.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.expr.Expr;
import tools.jackson.databind.JsonNode;

/** Reads calls of functions and aggregates. Each kind has a table of its own. */
final class FunctionCalls {
    private static final Map<String, NamedFunction> ALL =
            all(List.of(Aggregates.ALL, ScalarFunctions.ALL, DateFunctions.ALL, JsonFunctions.ALL));

    private final Interpreter interpreter;

    FunctionCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    private static Map<String, NamedFunction> all(List<List<NamedFunction>> tables) {
        Map<String, NamedFunction> functions = new HashMap<>();
        tables.forEach(table -> table.forEach(function -> functions.put(function.name(), function)));
        return functions;
    }

    Expr<Object, ?> expression(JsonNode json) {
        String name = json.path("fn").stringValue();
        NamedFunction function = ALL.get(name);
        if (function == null) {
            throw new UnknownNameException("function", name);
        }
        return function.call(new Arguments(interpreter, json));
    }
}
