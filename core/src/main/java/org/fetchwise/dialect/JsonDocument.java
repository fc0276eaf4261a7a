package org.fetchwise.dialect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON document that is compared with others: neither blanks nor the order of keys nor the spelling of numbers matter. */
sealed interface JsonDocument {
    /** An object, its keys in the order of their characters. */
    record JsonObject(Map<String, JsonDocument> members) implements JsonDocument {}

    /** An array. */
    record JsonArray(List<JsonDocument> elements) implements JsonDocument {}

    /** A string. */
    record JsonString(String text) implements JsonDocument {}

    /**
     * A number.
     *
     * @param value the number, without zeros at its end: all that equality goes by
     * @param digits how the document spells it
     */
    record JsonNumber(BigDecimal value, String digits) implements JsonDocument {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof JsonNumber number && number.value.equals(value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        /** The same for equal numbers. */
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** True, false or null. */
    record JsonWord(String word) implements JsonDocument {}

    /** The document of a text; what is no document is an {@link IllegalArgumentException}. */
    static JsonDocument parse(String text) {
        return new Parser(text).document();
    }

    /** The texts of an array of single values: a string's own, a number's digits, null for null. */
    static List<@Nullable String> texts(String array) {
        if (!(parse(array) instanceof JsonArray elements)) {
            throw new IllegalArgumentException("No JSON array");
        }
        List<@Nullable String> texts = new ArrayList<>();
        for (JsonDocument element : elements.elements()) {
            texts.add(element.text());
        }
        return texts;
    }

    private @Nullable String text() {
        return switch (this) {
            case JsonString string -> string.text();
            case JsonNumber number -> number.digits();
            case JsonWord word -> word.word().equals("null") ? null : word.word();
            case JsonObject object -> throw new IllegalArgumentException("An object is no text");
            case JsonArray array -> throw new IllegalArgumentException("An array is no text");
        };
    }

    /**
     * Whether this document contains another: an object all its keys with what they contain, an array all its elements in any
     * order, and a single value of the same, or an array of it.
     */
    default boolean contains(JsonDocument part) {
        return switch (part) {
            case JsonObject object -> holds(object);
            case JsonArray array -> holds(array);
            case JsonString single -> isOrHas(single);
            case JsonNumber single -> isOrHas(single);
            case JsonWord single -> isOrHas(single);
        };
    }

    private boolean isOrHas(JsonDocument single) {
        boolean has = this instanceof JsonArray array && array.elements().contains(single);
        return has || equals(single);
    }

    /** As {@link #contains}, but an array within a document holds a single value only as an array of it. */
    private boolean holds(JsonDocument part) {
        if (this instanceof JsonObject object && part instanceof JsonObject wanted) {
            return wanted.members().entrySet().stream().allMatch(member -> {
                JsonDocument value = object.members().get(member.getKey());
                return value != null && value.holds(member.getValue());
            });
        }
        if (this instanceof JsonArray array && part instanceof JsonArray wanted) {
            return wanted.elements().stream()
                    .allMatch(element -> array.elements().stream().anyMatch(mine -> mine.holds(element)));
        }
        return equals(part);
    }

    /** Reads one document. Mutable, used once. */
    final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        JsonDocument document() {
            JsonDocument document = value();
            blanks();
            if (at < text.length()) {
                throw broken();
            }
            return document;
        }

        private JsonDocument value() {
            blanks();
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> new JsonString(string());
                case 't', 'f', 'n' -> word();
                default -> number();
            };
        }

        private JsonDocument object() {
            Map<String, JsonDocument> members = new TreeMap<>();
            at++;
            while (!closed('}', members.isEmpty())) {
                blanks();
                String key = string();
                blanks();
                expect(':');
                members.put(key, value());
            }
            return new JsonObject(members);
        }

        private JsonDocument array() {
            List<JsonDocument> elements = new ArrayList<>();
            at++;
            while (!closed(']', elements.isEmpty())) {
                elements.add(value());
            }
            return new JsonArray(elements);
        }

        private boolean closed(char end, boolean empty) {
            blanks();
            if (peek() == end) {
                at++;
                return true;
            }
            if (!empty) {
                expect(',');
            }
            return false;
        }

        private JsonDocument word() {
            for (String word : List.of("true", "false", "null")) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return new JsonWord(word);
                }
            }
            throw broken();
        }

        private JsonDocument number() {
            int from = at;
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String digits = text.substring(from, at);
            return new JsonNumber(new BigDecimal(digits).stripTrailingZeros(), digits);
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            for (char next = next(); next != '"'; next = next()) {
                string.append(next == '\\' ? escaped() : next);
            }
            return string.toString();
        }

        private char escaped() {
            char letter = next();
            return switch (letter) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    at += 4;
                    if (at > text.length()) {
                        throw broken();
                    }
                    yield (char) Integer.parseInt(text, at - 4, at, 16);
                }
                default -> letter;
            };
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private void expect(char wanted) {
            if (next() != wanted) {
                throw broken();
            }
        }

        private char next() {
            char next = peek();
            at++;
            return next;
        }

        private char peek() {
            if (at >= text.length()) {
                throw broken();
            }
            return text.charAt(at);
        }

        private IllegalArgumentException broken() {
            return new IllegalArgumentException("No JSON from character " + at + " on");
        }
    }
}
