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
            case "filter" -> chain.with(rows.filterAll(interpreter.conditions().all(arguments)));
            case "exclude" ->
                chain.with(rows.excludeAll(interpreter.conditions().all(arguments)));
            case "annotate" -> chain.with(rows.annotateAll(items.annotations(arguments)));
            case "alias" -> chain.with(rows.aliasAll(items.annotations(arguments)));
            case "union", "intersection", "difference" -> new SetOperations(interpreter).apply(chain, name, arguments);
            case "order_by" -> chain.with(rows.orderByAll(items.orders(arguments)));
            case "reverse" -> chain.with(rows.reverse());
            case "none" -> chain.with(rows.none());
            case "all" -> chain;
            case "distinct" -> chain.with(distinct(rows, arguments));
            case "slice" -> chain.with(sliced(rows, arguments));
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

    private static <T> Values<T, Row> distinct(Values<T, Row> rows, List<JsonNode> arguments) {
        if (!arguments.isEmpty()) {
            throw new UnknownNameException("operation on values", "distinct on");
        }
        return rows.distinct();
    }

    private static <T> Values<T, Row> sliced(Values<T, Row> rows, List<JsonNode> arguments) {
        if (arguments.size() > 2) {
            throw new UnknownNameException("operation on values", "slice with a step");
        }
        int from = Items.bound(arguments.get(0), 0);
        JsonNode to = arguments.get(1);
        return to.isNull() ? rows.offset(from) : rows.slice(from, to.intValue());
    }
}
