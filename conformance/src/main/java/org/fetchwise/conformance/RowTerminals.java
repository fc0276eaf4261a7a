package org.fetchwise.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fetchwise.Row;
import org.fetchwise.expr.TextAggregate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a query of rows of values is asked for, and how its rows are written down. */
final class RowTerminals {
    private final Interpreter interpreter;

    RowTerminals(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    <T> @Nullable Object answer(Chain.Rows<T> chain, String name, List<JsonNode> arguments) {
        return new ValueTerminals(interpreter)
                .answer(chain.values(), chain.step(), row -> written(chain, row), name, arguments);
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
