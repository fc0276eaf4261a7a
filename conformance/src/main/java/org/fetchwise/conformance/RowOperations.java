package org.fetchwise.conformance;

import java.util.List;
import org.fetchwise.Row;
import org.fetchwise.Values;
import tools.jackson.databind.JsonNode;

/** The operations on a query of values. */
final class RowOperations {
    private final Interpreter interpreter;

    RowOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    <T> Chain<T> apply(Chain.Rows<T> chain, String name, List<JsonNode> arguments) {
        Values<T, Row> rows = chain.values();
        Items items = interpreter.items();
        return switch (name) {
            case "annotate" -> chain.with(rows.annotateAll(items.annotations(arguments)));
            case "union", "intersection", "difference" -> new SetOperations(interpreter).apply(chain, name, arguments);
            case "values", "values_named", "values_list", "values_flat" -> {
                if (arguments.isEmpty()) {
                    throw new UnknownNameException("operation on values", name + " of everything");
                }
                yield new Chain.Rows<>(
                        chain.model(), rows.valuesAll(items.values(name, arguments)), Chain.Shape.of(name));
            }
            default -> chain.with(new ValueOperations(interpreter).apply(rows, name, arguments));
        };
    }
}
