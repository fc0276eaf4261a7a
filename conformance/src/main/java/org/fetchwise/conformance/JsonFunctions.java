package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.jsonObject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Expr;
import tools.jackson.databind.JsonNode;

/** The functions of JSON, and which values are documents. */
final class JsonFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction("JSONObject", Set.of("fields"), JsonFunctions::object),
            new NamedFunction(
                    "KT",
                    arguments -> field(arguments.argument(0).stringValue()).cast(String.class)));

    private JsonFunctions() {}

    private static AnyExpr object(Arguments arguments) {
        Map<String, Expr<Object, ?>> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : arguments.json().path("fields").properties()) {
            members.put(field.getKey(), arguments.interpreter().expressions().expression(field.getValue()));
        }
        return jsonObject(members);
    }

    /** Whether an expression gives a document. */
    static boolean isDocument(JsonNode expression) {
        return expression.path("fn").asString("").equals("JSONObject")
                || expression.path("type").asString("").equals("json")
                || (expression.has("F") && leadsToDocument(expression.path("F").stringValue()));
    }

    /** Whether a path goes through a column of documents. */
    static boolean leadsToDocument(String path) {
        List<String> names = List.of(path.split("__", -1));
        for (JsonNode model : Corpus.schema().path("models")) {
            for (JsonNode column : model.path("columns")) {
                if (column.path("type").asString().equals("json")
                        && names.contains(column.path("name").asString())) {
                    return true;
                }
            }
        }
        return false;
    }
}
