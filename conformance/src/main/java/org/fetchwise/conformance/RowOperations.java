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
            case "filter", "exclude", "alias", "order_by", "reverse", "none", "all", "distinct", "slice" ->
                chain.with(sameValues(rows, name, arguments));
            case "annotate" -> chain.with(rows.annotateAll(items.annotations(arguments)));
            case "union", "intersection", "difference" -> new SetOperations(interpreter).apply(chain, name, arguments);
            case "values", "values_named", "values_list", "values_flat" -> {
                if (arguments.isEmpty()) {
                    throw new UnknownNameException("operation on values", name + " of everything");
                }
                yield new Chain.Rows<>(
                        chain.model(), rows.valuesAll(items.values(name, arguments)), Chain.Shape.of(name));
            }
            case "only", "defer", "select_related", "prefetch_related" ->
                throw new ImpossibleCallException("values have no " + name);
            default -> throw new UnknownNameException("operation on values", name);
        };
    }

    <T> Chain<T> apply(Chain.Beginnings<T> chain, String name, List<JsonNode> arguments) {
        return chain.with(sameValues(chain.values(), name, arguments));
    }

    /** The operations that leave the values of a row as they are. */
    private <T, V> Values<T, V> sameValues(Values<T, V> rows, String name, List<JsonNode> arguments) {
        return switch (name) {
            case "filter" -> rows.filterAll(interpreter.conditions().all(arguments));
            case "exclude" -> rows.excludeAll(interpreter.conditions().all(arguments));
            case "alias" -> rows.aliasAll(interpreter.items().annotations(arguments));
            case "order_by" -> rows.orderByAll(interpreter.items().orders(arguments));
            case "reverse" -> rows.reverse();
            case "none" -> rows.none();
            case "all" -> rows;
            case "distinct" -> distinct(rows, arguments);
            case "slice" -> sliced(rows, arguments);
            default -> throw new UnknownNameException("operation on dates", name);
        };
    }

    private static <T, V> Values<T, V> distinct(Values<T, V> rows, List<JsonNode> arguments) {
        if (!arguments.isEmpty()) {
            throw new UnknownNameException("operation on values", "distinct on");
        }
        return rows.distinct();
    }

    private static <T, V> Values<T, V> sliced(Values<T, V> rows, List<JsonNode> arguments) {
        if (arguments.size() > 2) {
            throw new UnknownNameException("operation on values", "slice with a step");
        }
        int from = Items.bound(arguments.get(0), 0);
        JsonNode to = arguments.get(1);
        return to.isNull() ? rows.offset(from) : rows.slice(from, to.intValue());
    }
}
