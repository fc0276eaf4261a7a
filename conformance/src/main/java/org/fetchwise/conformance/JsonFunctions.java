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

    /** Functions that give one of their arguments. */
    private static final Set<String> CHOOSING = Set.of("Coalesce", "Greatest", "Least", "NullIf");

    /** The functions over windows that give what another row has. */
    private static final Set<String> OF_ROWS = Set.of("Lag", "Lead", "FirstValue", "LastValue", "NthValue");

    private JsonFunctions() {}

    private static AnyExpr object(Arguments arguments) {
        Map<String, Expr<Object, ?>> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : arguments.json().path("fields").properties()) {
            members.put(field.getKey(), arguments.interpreter().expressions().expression(field.getValue()));
        }
        return jsonObject(members);
    }

    /** Whether an expression gives a document, as a choice does whose values are documents. */
    static boolean isDocument(JsonNode expression) {
        return expression.path("fn").asString("").equals("JSONObject")
                || expression.path("type").asString("").equals("json")
                || (expression.has("F") && leadsToDocument(expression.path("F").stringValue()))
                || (expression.has("case")
                        && isDocument(expression.path("case").path(0).path(1)))
                || (CHOOSING.contains(expression.path("fn").asString(""))
                        && isDocument(expression.path("args").path(0)))
                || (OF_ROWS.contains(expression.path("window").path("fn").asString(""))
                        && isDocument(expression.path("window").path("args").path(0)))
                || (expression.has("subquery")
                        && givesDocument(expression.path("subquery").path("chain")));
    }

    /** Whether the one value that a query gives is a document. */
    private static boolean givesDocument(JsonNode chain) {
        boolean document = false;
        for (JsonNode call : chain) {
            if (call.path(0).asString().startsWith("values")) {
                JsonNode item = call.path(1);
                document = item.isString() ? leadsToDocument(item.stringValue()) : isDocument(item.path("expr"));
            }
        }
        return document;
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
