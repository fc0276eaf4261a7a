package org.fetchwise.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One case of the corpus.
 *
 * @param id its name, unique in the corpus
 * @param family the part of the corpus that it belongs to
 * @param json the whole case
 */
record Case(String id, String family, JsonNode json) {
    static Case of(JsonNode json) {
        return new Case(json.path("id").asString(), json.path("family").asString(), json);
    }

    /** The engines on which the answer holds. */
    List<String> backends() {
        List<String> names = new ArrayList<>();
        json.path("backends").forEach(name -> names.add(name.asString()));
        return names;
    }

    /** The answer that an engine gives. */
    JsonNode expected(String engine) {
        JsonNode differing = json.get("expect_by_backend");
        return differing == null ? json.path("expect") : differing.path(engine);
    }

    /** The kind of the error that an engine gives, or null where it gives an answer. */
    @Nullable
    String expectedError(String engine) {
        JsonNode error = expected(engine).get("error");
        return error == null ? null : error.asString();
    }

    /** How many statements Django needed, or null where that is not said. */
    @Nullable
    Integer statements(String engine) {
        JsonNode queries = json.get("queries");
        if (queries != null && queries.isObject()) {
            queries = queries.get(engine);
        }
        return queries == null || queries.isNull() ? null : queries.intValue();
    }

    /** Whether something follows an operation: another one, or the terminal. */
    boolean hasAfter(String operation) {
        for (JsonNode call : json.path("chain")) {
            if (call.path(0).asString().equals(operation)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has one of some expressions: functions by their names, other forms by the property that only they have. */
    boolean uses(Collection<String> expressions) {
        return uses(json.path("chain"), expressions) || uses(json.path("end"), expressions);
    }

    private static boolean uses(JsonNode part, Collection<String> expressions) {
        if (expressions.contains(part.path("fn").asString(""))
                || expressions.stream().anyMatch(part::has)) {
            return true;
        }
        for (JsonNode inner : part) {
            if (uses(inner, expressions)) {
                return true;
            }
        }
        return false;
    }
}
