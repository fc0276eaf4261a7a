package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.QuerySet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a queryset of objects is asked for. */
final class ObjectTerminals {
    private final Interpreter interpreter;

    ObjectTerminals(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    <T> @Nullable Object answer(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        QuerySet.Of<T> objects = chain.querySet();
        return switch (name) {
            case "rows" -> Terminals.keys(list(chain));
            case "iterator" -> streamed(objects, arguments);
            case "walk" -> new Walk(interpreter.names(), chain.model()).all(list(chain), arguments);
            case "count" -> objects.count();
            case "exists" -> objects.exists();
            case "aggregate" ->
                objects.aggregateAll(interpreter.items().annotations(arguments)).asMap();
            case "first" -> objects.first().map(Terminals::key).orElse(null);
            case "last" -> objects.last().map(Terminals::key).orElse(null);
            case "index" -> Terminals.key(objects.at(arguments.get(0).intValue()));
            case "get" ->
                Terminals.key(objects.filterAll(interpreter.conditions().all(arguments))
                        .get());
            case "earliest" ->
                Terminals.key(objects.earliestAll(interpreter.items().orders(arguments)));
            case "latest" -> Terminals.key(objects.latestAll(interpreter.items().orders(arguments)));
            case "in_bulk" -> inBulk(objects, arguments);
            case "contains" ->
                objects.contains(chain.model().withKey(arguments.get(0).longValue()));
            default -> throw new UnknownNameException("terminal", name);
        };
    }

    private static <T> List<T> list(Chain.Objects<T> chain) {
        return chain.step() == 1 ? chain.querySet().list() : chain.querySet().every(chain.step());
    }

    private static <T> List<Object> streamed(QuerySet.Of<T> objects, List<JsonNode> arguments) {
        List<Object> keys = new ArrayList<>();
        if (arguments.isEmpty()) {
            try (var stream = objects.stream()) {
                stream.forEach(object -> keys.add(Terminals.key(object)));
            }
        } else {
            objects.forEachChunk(
                    arguments.get(0).path("chunk_size").intValue(), chunk -> keys.addAll(Terminals.keys(chunk)));
        }
        return keys;
    }

    private <T> Map<String, Object> inBulk(QuerySet.Of<T> objects, List<JsonNode> arguments) {
        String column =
                arguments.size() > 1 ? arguments.get(1).path("field_name").asString("pk") : "pk";
        Map<?, T> found;
        if (arguments.isEmpty() || arguments.get(0).isNull()) {
            found = objects.inBulk(field(column));
        } else {
            List<Object> values = new ArrayList<>();
            arguments.get(0).forEach(value -> values.add(interpreter.operands().operand(value)));
            found = objects.inBulk(field(column), values);
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        found.forEach((value, object) -> keys.put(value.toString(), Terminals.key(object)));
        return keys;
    }
}
