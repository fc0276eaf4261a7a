package org.fetchwise.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fetchwise.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a query of values is asked for. */
final class ValueTerminals {
    private final Interpreter interpreter;

    ValueTerminals(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * Asks.
     *
     * @param values the query
     * @param step how far one row of a list is from the next
     * @param written how a row is written down
     * @param name the terminal
     */
    <T, V> @Nullable Object answer(
            Values<T, V> values,
            int step,
            Function<V, @Nullable Object> written,
            String name,
            List<JsonNode> arguments) {
        return switch (name) {
            case "rows" -> all(step == 1 ? values.list() : values.every(step), written);
            case "iterator" -> {
                try (var stream = values.stream()) {
                    yield all(stream.toList(), written);
                }
            }
            case "count" -> values.count();
            case "exists" -> values.exists();
            case "aggregate" ->
                values.aggregateAll(interpreter.items().annotations(arguments)).asMap();
            case "first" -> values.first().map(written).orElse(null);
            case "last" -> values.last().map(written).orElse(null);
            case "index" -> written.apply(values.at(arguments.get(0).intValue()));
            case "get" ->
                written.apply(values.filterAll(interpreter.conditions().all(arguments))
                        .get());
            case "earliest" ->
                written.apply(values.earliestAll(interpreter.items().orders(arguments)));
            case "latest" -> written.apply(values.latestAll(interpreter.items().orders(arguments)));
            case "in_bulk", "contains" -> throw new ImpossibleCallException("values have no " + name);
            default -> throw new UnknownNameException("terminal of values", name);
        };
    }

    private static <V> List<@Nullable Object> all(List<V> rows, Function<V, @Nullable Object> written) {
        List<@Nullable Object> answers = new ArrayList<>();
        rows.forEach(row -> answers.add(written.apply(row)));
        return answers;
    }
}
