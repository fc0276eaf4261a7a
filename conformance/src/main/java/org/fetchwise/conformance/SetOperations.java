package org.fetchwise.conformance;

import java.util.List;
import org.fetchwise.Duplicates;
import org.fetchwise.QuerySet;
import org.fetchwise.Row;
import org.fetchwise.Values;
import tools.jackson.databind.JsonNode;

/** The operations that combine queries. Several others are combined one after another. */
final class SetOperations {
    private final Interpreter interpreter;

    SetOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @SuppressWarnings("unchecked") // queries of other entities are refused by the library
    <T> Chain<T> apply(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        QuerySet.Of<T> combined = chain.querySet();
        for (JsonNode json : arguments.get(0)) {
            Duplicates duplicates = duplicates(arguments);
            if (!(interpreter.within().queries().query(json) instanceof Chain.Objects<?> objects)) {
                throw new ImpossibleCallException("objects are combined with objects");
            }
            QuerySet.Of<T> other = (QuerySet.Of<T>) objects.querySet();
            combined = switch (name) {
                case "union" -> combined.union(other, duplicates);
                case "intersection" -> combined.intersection(other, duplicates);
                default -> combined.difference(other, duplicates);
            };
        }
        return chain.with(combined);
    }

    <T> Chain<T> apply(Chain.Rows<T> chain, String name, List<JsonNode> arguments) {
        Values<T, Row> combined = chain.values();
        for (JsonNode json : arguments.get(0)) {
            Duplicates duplicates = duplicates(arguments);
            if (!(interpreter.within().queries().query(json) instanceof Chain.Rows<?> rows)) {
                throw new ImpossibleCallException("values are combined with values");
            }
            Values<?, Row> other = rows.values();
            combined = switch (name) {
                case "union" -> combined.union(other, duplicates);
                case "intersection" -> combined.intersection(other, duplicates);
                default -> combined.difference(other, duplicates);
            };
        }
        return chain.with(combined);
    }

    private static Duplicates duplicates(List<JsonNode> arguments) {
        boolean all = arguments.size() > 1 && arguments.get(1).path("all").asBoolean(false);
        return all ? Duplicates.ALL : Duplicates.ONCE;
    }
}
