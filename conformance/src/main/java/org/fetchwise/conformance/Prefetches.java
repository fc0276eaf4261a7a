package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.prefetch;
import static org.fetchwise.expr.Functions.relation;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.expr.Entities;
import org.fetchwise.expr.Fetch;
import org.fetchwise.expr.Prefetch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is prefetched: relations, and relations with a queryset of their own. */
final class Prefetches {
    private final Interpreter interpreter;

    Prefetches(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    List<Fetch<Object>> all(List<JsonNode> arguments) {
        List<Fetch<Object>> fetches = new ArrayList<>();
        for (JsonNode argument : arguments) {
            fetches.add(argument.isObject() ? withQuery(argument) : relation(argument.stringValue()));
        }
        return fetches;
    }

    private Prefetch<Object, @Nullable Object> withQuery(JsonNode json) {
        String path = json.path("prefetch").stringValue();
        String name = json.path("to_attr").asString(path);
        String owners = path.contains("__") ? path.substring(0, path.lastIndexOf("__") + 2) : "";
        String walked = json.has("to_attr") ? owners + name : path;
        Chain<?> objects =
                interpreter.names().within(walked, () -> interpreter.queries().query(json.path("query")));
        if (!(objects.source() instanceof Entities<?> entities)) {
            throw new ImpossibleCallException("a prefetch takes objects, not values");
        }
        Prefetch<Object, @Nullable Object> prefetch =
                prefetch(relation(path), entities).named(name);
        interpreter.names().prefetch(walked, prefetch, objects.model());
        return prefetch;
    }
}
