package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fetchwise.QuerySet;
import org.fetchwise.Row;
import org.fetchwise.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a chain for its answer, by one call of the API, and writes it down as the corpus does: an object is its key. */
final class Terminals {
    private final Interpreter interpreter;

    Terminals(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Nullable
    Object answer(Chain<?> chain, JsonNode end) {
        List<JsonNode> arguments = new ArrayList<>(end.valueStream().toList());
        String name = arguments.remove(0).stringValue();
        return switch (chain) {
            case Chain.Objects<?> objects -> objects(objects, name, arguments);
            case Chain.Rows<?> rows -> rows(rows, name, arguments);
            case Chain.Beginnings<?> beginnings -> beginnings(beginnings.values(), name);
        };
    }

    private <T> @Nullable Object objects(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        QuerySet.Of<T> objects = chain.querySet();
        return switch (name) {
            case "rows" -> keys(chain.step() > 1 ? objects.every(chain.step()) : objects.list());
            case "iterator" -> streamed(objects, arguments);
            case "walk" -> new Walk(interpreter.names(), chain.model()).all(objects.list(), arguments);
            case "count" -> objects.count();
            case "exists" -> objects.exists();
            case "first" -> objects.first().map(Terminals::key).orElse(null);
            case "last" -> objects.last().map(Terminals::key).orElse(null);
            case "index" -> key(objects.at(arguments.get(0).intValue()));
            case "get" ->
                key(objects.filterAll(interpreter.conditions(arguments)).get());
            case "earliest" -> key(objects.earliestAll(interpreter.orders(arguments)));
            case "latest" -> key(objects.latestAll(interpreter.orders(arguments)));
            case "in_bulk" -> inBulk(objects, arguments);
            case "contains" ->
                objects.contains(chain.model().withKey(arguments.get(0).longValue()));
            default -> throw new UnknownNameException("terminal", name);
        };
    }

    private static <T> List<Object> streamed(QuerySet.Of<T> objects, List<JsonNode> arguments) {
        List<Object> keys = new ArrayList<>();
        if (arguments.isEmpty()) {
            try (var stream = objects.stream()) {
                stream.forEach(object -> keys.add(key(object)));
            }
        } else {
            objects.forEachChunk(arguments.get(0).path("chunk_size").intValue(), chunk -> keys.addAll(keys(chunk)));
        }
        return keys;
    }

    private <T> Map<String, Object> inBulk(QuerySet.Of<T> objects, List<JsonNode> arguments) {
        Map<?, T> found;
        if (arguments.isEmpty() || arguments.get(0).isNull()) {
            found = objects.inBulk();
        } else {
            List<Object> values = new ArrayList<>();
            arguments.get(0).forEach(value -> values.add(interpreter.value(value)));
            String column =
                    arguments.size() > 1 ? arguments.get(1).path("field_name").asString("pk") : "pk";
            found = objects.inBulk(field(column), values);
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        found.forEach((value, object) -> keys.put(value.toString(), key(object)));
        return keys;
    }

    private <T> @Nullable Object rows(Chain.Rows<T> chain, String name, List<JsonNode> arguments) {
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
            case "first" -> rows.first().map(row -> written(chain, row)).orElse(null);
            case "last" -> rows.last().map(row -> written(chain, row)).orElse(null);
            case "get" ->
                written(chain, rows.filterAll(interpreter.conditions(arguments)).get());
            default -> throw new UnknownNameException("terminal of values", name);
        };
    }

    private static @Nullable Object beginnings(Values<?, ?> values, String name) {
        return switch (name) {
            case "rows" -> values.list();
            case "count" -> values.count();
            case "exists" -> values.exists();
            case "first" -> values.first().orElse(null);
            case "last" -> values.last().orElse(null);
            default -> throw new UnknownNameException("terminal of dates", name);
        };
    }

    private static @Nullable Object written(Chain.Rows<?> chain, Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        row.asMap().forEach((name, value) -> values.put(snakeCase(name), json(chain.model(), name, value)));
        return switch (chain.shape()) {
            case OBJECT -> values;
            case ARRAY -> new ArrayList<>(values.values());
            case VALUE -> values.values().iterator().next();
        };
    }

    private static @Nullable Object json(Model<?> model, String name, @Nullable Object value) {
        return value instanceof String text && model.isJson(name) ? Corpus.parse(text) : value;
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

    private static <T> List<Object> keys(List<T> objects) {
        List<Object> keys = new ArrayList<>();
        objects.forEach(object -> keys.add(key(object)));
        return keys;
    }

    /** The key of an object, read as a user would who knows no types. */
    static Object key(Object object) {
        Object key = field("pk").of(object);
        if (key == null) {
            throw new IllegalStateException("an object that was read has a key");
        }
        return key;
    }
}
