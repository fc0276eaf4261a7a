package org.fetchwise.conformance;

import java.util.List;
import org.fetchwise.Values;
import tools.jackson.databind.JsonNode;

/** The operations on a query of values that leave its values what they are. */
final class ValueOperations {
    private final Interpreter interpreter;

    ValueOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    <T, V> Values<T, V> apply(Values<T, V> values, String name, List<JsonNode> arguments) {
        return switch (name) {
            case "filter" -> values.filterAll(interpreter.conditions().all(arguments));
            case "exclude" -> values.excludeAll(interpreter.conditions().all(arguments));
            case "alias" -> values.aliasAll(interpreter.items().annotations(arguments));
            case "order_by" -> values.orderByAll(interpreter.items().orders(arguments));
            case "reverse" -> values.reverse();
            case "none" -> values.none();
            case "all" -> values;
            case "distinct" -> distinct(values, arguments);
            case "slice" -> sliced(values, arguments);
            // Django reads nothing further for values either.
            case "prefetch_related" -> values;
            case "only", "defer", "select_related" -> throw new ImpossibleCallException("values have no " + name);
            default -> throw new UnknownNameException("operation on values", name);
        };
    }

    private static <T, V> Values<T, V> distinct(Values<T, V> values, List<JsonNode> arguments) {
        if (!arguments.isEmpty()) {
            throw new UnknownNameException("operation on values", "distinct on");
        }
        return values.distinct();
    }

    private static <T, V> Values<T, V> sliced(Values<T, V> values, List<JsonNode> arguments) {
        int from = Items.bound(arguments.get(0), 0);
        JsonNode to = arguments.get(1);
        return to.isNull() ? values.offset(from) : values.slice(from, to.intValue());
    }
}
