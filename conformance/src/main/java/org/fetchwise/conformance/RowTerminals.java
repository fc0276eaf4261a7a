package org.fetchwise.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fetchwise.Row;
import org.fetchwise.Values;
import org.fetchwise.expr.TextAggregate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a query of values is asked for. */
final class RowTerminals {
    private final Interpreter interpreter;

    RowTerminals(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    <T> @Nullable Object answer(Chain.Rows<T> chain, String name, List<JsonNode> arguments) {
        Values<T, Row> rows = chain.values();
        return switch (name) {
            case "rows" -> rows.list().stream().map(row -> written(chain, row)).toList();
            case "iterator" -> {
                try (var stream = rows.stream()) {
                    yield stream.map(row -> written(chain, row)).toList();
                }
            }
            case "count" -> rows.count();
            case "exists" -> rows.exists();
            case "aggregate" ->
                rows.aggregateAll(interpreter.items().annotations(arguments)).asMap();
            case "first" -> rows.first().map(row -> written(chain, row)).orElse(null);
            case "last" -> rows.last().map(row -> written(chain, row)).orElse(null);
            case "index" -> written(chain, rows.at(arguments.get(0).intValue()));
            case "get" ->
                written(
                        chain,
                        rows.filterAll(interpreter.conditions().all(arguments)).get());
            case "in_bulk", "contains" -> throw new ImpossibleCallException("values have no " + name);
            default -> throw new UnknownNameException("terminal of values", name);
        };
    }

    private @Nullable Object written(Chain.Rows<?> chain, Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        row.asMap().forEach((name, value) -> values.put(snakeCase(name), json(chain.model(), name, value)));
        return switch (chain.shape()) {
            case OBJECT -> values;
            case ARRAY -> new ArrayList<>(values.values());
            case VALUE -> values.values().iterator().next();
        };
    }

    private @Nullable Object json(Model<?> model, String name, @Nullable Object value) {
        boolean document = model.isJson(name)
                || interpreter.names().isDocument(name)
                || interpreter.names().annotation(name) instanceof TextAggregate<?>;
        return value instanceof String text && document ? Corpus.parse(text) : value;
    }

    /** A name as Django writes it. */
    private static String snakeCase(String name) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter == '.') {
                text.append('_');
            } else if (Character.isUpperCase(letter)) {
                text.append('_').append(String.valueOf(letter).toLowerCase(Locale.ROOT));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }
}
