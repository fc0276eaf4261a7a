package org.fetchwise.conformance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values. */
final class LiteralValues {
    private LiteralValues() {}

    /** A value as JSON has it. */
    static @Nullable Object plain(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isIntegralNumber()) {
            return json.canConvertToLong() ? (Object) json.longValue() : json.bigIntegerValue();
        }
        return json.isNumber() ? (Object) json.doubleValue() : json.stringValue();
    }

    /** A value with its type. */
    static @Nullable Object typed(JsonNode json) {
        JsonNode value = json.path("value");
        String type = json.path("type").asString();
        return value.isNull() && !type.equals("json") ? null : ofType(value, type);
    }

    private static @Nullable Object ofType(JsonNode value, String type) {
        return switch (type) {
            case "text", "boolean", "" -> plain(value);
            case "integer" -> value.longValue();
            case "float" -> value.doubleValue();
            case "decimal" -> new BigDecimal(value.asString());
            case "date" -> LocalDate.parse(value.stringValue());
            case "datetime" -> Instant.parse(value.stringValue());
            case "time" -> LocalTime.parse(value.stringValue());
            case "duration" -> Duration.parse(value.stringValue());
            case "uuid" -> UUID.fromString(value.stringValue());
            case "json" -> value.toString();
            default -> throw new UnknownNameException("type", type);
        };
    }
}
