package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.outer;
import static org.fetchwise.expr.Functions.untyped;

import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Condition;
import tools.jackson.databind.JsonNode;

/** Reads queries within expressions, and what they take of the row around them. */
final class Subqueries {
    private final Interpreter interpreter;

    Subqueries(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Condition<Object> exists(JsonNode json) {
        return switch (query(json.path("exists"))) {
            case Chain.Objects<?> objects -> objects.querySet().asExists();
            case Chain.Rows<?> rows -> rows.values().asExists();
            case Chain.Beginnings<?> beginnings -> beginnings.values().asExists();
        };
    }

    AnyExpr scalar(JsonNode json) {
        return switch (query(json)) {
            case Chain.Objects<?> objects ->
                throw new ImpossibleCallException("an object is no value: choose one with values");
            case Chain.Rows<?> rows -> untyped(rows.values().asSubquery());
            case Chain.Beginnings<?> beginnings -> untyped(beginnings.values().asSubquery());
        };
    }

    static AnyExpr outerValue(JsonNode json) {
        return outer(field(json.path("outer").stringValue()));
    }

    private Chain<?> query(JsonNode json) {
        return interpreter.within().queries().query(json);
    }
}
