package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the right sides of conditions, and what is written: values, objects, queries, expressions, and lists of such. */
final class Operands {
    private final Interpreter interpreter;

    Operands(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Nullable
    Object operand(JsonNode json) {
        if (json.isArray()) {
            List<@Nullable Object> values = new ArrayList<>();
            json.forEach(element -> values.add(operand(element)));
            return values;
        }
        if (!json.isObject()) {
            return LiteralValues.plain(json);
        }
        if (json.has("object")) {
            JsonNode object = json.path("object");
            return Model.of(object.path("model").asString())
                    .withKey(
                            object.path("pk").isNull()
                                    ? null
                                    : object.path("pk").longValue());
        }
        if (json.has("query")) {
            return interpreter.within().queries().query(json.path("query")).source();
        }
        if (json.path("type").asString("").equals("json")) {
            return json(json.path("value").toString());
        }
        return json.has("value")
                ? LiteralValues.typed(json)
                : interpreter.expressions().expression(json);
    }

    /**
     * What is written into a column; a document as its text.
     *
     * @param json the operand
     * @param document whether the column holds documents
     */
    @Nullable
    Object written(JsonNode json, boolean document) {
        if (json.has("value")) {
            return LiteralValues.typed(json);
        }
        if (json.has("query")) {
            return new Subqueries(interpreter).scalar(json.path("query"));
        }
        return document && !json.isObject() && !json.isNull() ? json.toString() : operand(json);
    }
}
