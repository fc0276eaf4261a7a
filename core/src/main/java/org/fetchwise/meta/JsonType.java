package org.fetchwise.meta;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The Java type that a JSON document is read into, with its type arguments: {@code List<Track>} is {@code List} of
 * {@code Track}. A wildcard stands here as its bound.
 *
 * @param raw the class
 * @param arguments its type arguments, empty where it has none
 */
public record JsonType(Class<?> raw, List<JsonType> arguments) {
    public JsonType {
        arguments = List.copyOf(arguments);
    }

    /**
     * {@return a class with type arguments}
     *
     * @param raw the class
     * @param arguments its type arguments
     */
    public static JsonType of(Class<?> raw, JsonType... arguments) {
        return new JsonType(raw, List.of(arguments));
    }

    /** {@return the type as it is written in Java} */
    @Override
    public String toString() {
        return raw.getTypeName()
                + (arguments.isEmpty()
                        ? ""
                        : arguments.stream().map(JsonType::toString).collect(Collectors.joining(", ", "<", ">")));
    }
}
