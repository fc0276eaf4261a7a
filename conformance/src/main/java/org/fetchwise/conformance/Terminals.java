package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;

import java.util.ArrayList;
import java.util.List;
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
            case Chain.Objects<?> objects -> new ObjectTerminals(interpreter).answer(objects, name, arguments);
            case Chain.Rows<?> rows -> new RowTerminals(interpreter).answer(rows, name, arguments);
            case Chain.Beginnings<?> beginnings ->
                new ValueTerminals(interpreter)
                        .answer(beginnings.values(), beginnings.step(), value -> value, name, arguments);
        };
    }

    static <T> List<Object> keys(List<T> objects) {
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
