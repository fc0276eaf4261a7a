package org.fetchwise.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares an answer with the one that is expected. */
final class Comparison {
    /** Floats and decimals are compared with this relative tolerance. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private final boolean ordered;
    private final boolean nestedOrdered;

    /**
     * Creates a comparison.
     *
     * @param ordered whether the order of the outer list matters
     * @param nestedOrdered whether the order of lists within a walked path matters
     */
    Comparison(boolean ordered, boolean nestedOrdered) {
        this.ordered = ordered;
        this.nestedOrdered = nestedOrdered;
    }

    /** Whether an answer is the expected one. A walk has a list of values for each object, and lists below those. */
    boolean isEqual(@Nullable Object answer, JsonNode expected, boolean walk) {
        return equal(answer, expected, walk ? 0 : 2);
    }

    /** Depth 0 is the list of a walk, 1 the values of one object; further down are related objects. */
    private boolean equal(@Nullable Object answer, JsonNode expected, int depth) {
        return switch (answer) {
            case null -> expected.isNull();
            case JsonNode document -> equalDocuments(document, expected);
            case Boolean truth -> expected.isBoolean() && expected.booleanValue() == truth;
            case Number number -> equalNumbers(number, expected);
            case Instant instant -> isText(expected, INSTANT.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
            case LocalDateTime time -> isText(expected, INSTANT.format(time));
            case LocalTime time -> isText(expected, TIME.format(time));
            case Duration duration ->
                expected.isString() && Duration.parse(expected.stringValue()).equals(duration);
            case List<?> list -> expected.isArray() && lists(list, expected, depth);
            case Map<?, ?> map -> expected.isObject() && maps(map, expected);
            case Object value -> isText(expected, value.toString());
        };
    }

    private boolean lists(List<?> answers, JsonNode expected, int depth) {
        boolean inOrder = switch (depth) {
            case 0 -> ordered;
            case 1 -> true;
            case 2 -> ordered;
            default -> nestedOrdered;
        };
        // The values of one row of values_list stand in the order of the items.
        int below = switch (depth) {
            case 0 -> 1;
            case 2 -> 1;
            default -> 3;
        };
        List<JsonNode> left = new ArrayList<>(expected.valueStream().toList());
        if (left.size() != answers.size()) {
            return false;
        }
        for (Object answer : answers) {
            int found = -1;
            for (int at = 0; at < left.size() && found < 0; at++) {
                if (equal(answer, left.get(at), below)) {
                    found = at;
                } else if (inOrder) {
                    return false;
                }
            }
            if (found < 0) {
                return false;
            }
            left.remove(found);
        }
        return true;
    }

    /** Whether a map has the same values, whatever the order of its keys. */
    boolean isEqualMap(Map<?, ?> answers, JsonNode expected) {
        return expected.size() == answers.size()
                && answers.entrySet().stream().allMatch(entry -> {
                    JsonNode value = expected.get(String.valueOf(entry.getKey()));
                    return value != null && equal(entry.getValue(), value, 3);
                });
    }

    private boolean maps(Map<?, ?> answers, JsonNode expected) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(expected.properties());
        if (entries.size() != answers.size()) {
            return false;
        }
        for (Map.Entry<?, ?> answer : answers.entrySet()) {
            Map.Entry<String, JsonNode> entry = entries.remove(0);
            if (!entry.getKey().equals(answer.getKey()) || !equal(answer.getValue(), entry.getValue(), 3)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalDocuments(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        if (left.isObject() && right.isObject()) {
            return left.size() == right.size()
                    && left.properties().stream()
                            .allMatch(entry -> right.has(entry.getKey())
                                    && equalDocuments(entry.getValue(), right.path(entry.getKey())));
        }
        if (left.isArray() && right.isArray() && left.size() == right.size()) {
            for (int at = 0; at < left.size(); at++) {
                if (!equalDocuments(left.path(at), right.path(at))) {
                    return false;
                }
            }
            return true;
        }
        return left.equals(right);
    }

    private static boolean equalNumbers(Number answer, JsonNode expected) {
        BigDecimal wanted;
        if (expected.isNumber()) {
            wanted = expected.decimalValue();
        } else if (expected.isString() && answer instanceof BigDecimal) {
            wanted = new BigDecimal(expected.stringValue());
        } else {
            return false;
        }
        BigDecimal given = new BigDecimal(answer.toString());
        BigDecimal difference = given.subtract(wanted).abs();
        return difference.signum() == 0
                || difference.compareTo(wanted.abs().multiply(TOLERANCE, MathContext.DECIMAL64)) <= 0;
    }

    private static boolean isText(JsonNode expected, String text) {
        return expected.isString() && expected.stringValue().equals(text);
    }
}
