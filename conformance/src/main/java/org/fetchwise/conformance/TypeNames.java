package org.fetchwise.conformance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.fetchwise.expr.AnyExpr;
import tools.jackson.databind.JsonNode;

/** The names of types in the corpus, as classes of Java. */
final class TypeNames {
    private static final Map<String, Class<?>> CLASSES = Map.ofEntries(
            Map.entry("integer", Long.class),
            Map.entry("text", String.class),
            Map.entry("boolean", Boolean.class),
            Map.entry("float", Double.class),
            Map.entry("decimal", BigDecimal.class),
            Map.entry("date", LocalDate.class),
            Map.entry("datetime", Instant.class),
            Map.entry("time", LocalTime.class),
            Map.entry("duration", Duration.class),
            Map.entry("uuid", UUID.class));

    private TypeNames() {}

    static Class<?> classOf(String name) {
        Class<?> type = CLASSES.get(name);
        if (type == null) {
            throw new UnknownNameException("type", name);
        }
        return type;
    }

    /** A conversion to the type that an expression names. */
    static AnyExpr cast(AnyExpr value, JsonNode json) {
        return json.has("max_digits")
                ? value.castDecimal(
                        json.path("max_digits").intValue(),
                        json.path("decimal_places").intValue())
                : value.cast(classOf(json.path("type").stringValue()));
    }
}
