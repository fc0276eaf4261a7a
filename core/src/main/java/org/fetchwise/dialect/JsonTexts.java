package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a JSON array of texts, numbers and nulls, as a database writes it. */
final class JsonTexts {
    private final String json;
    private int at = 1;

    private JsonTexts(String json) {
        this.json = json;
    }

    /** The texts of an array; a number is its digits. */
    static List<@Nullable String> of(String array) {
        return new JsonTexts(array).elements();
    }

    private List<@Nullable String> elements() {
        List<@Nullable String> elements = new ArrayList<>();
        while (at < json.length() - 1) {
            elements.add(json.charAt(at) == '"' ? quoted() : plain());
            at++;
        }
        return elements;
    }

    private @Nullable String plain() {
        int from = at;
        while (json.charAt(at) != ',' && json.charAt(at) != ']') {
            at++;
        }
        String text = json.substring(from, at);
        return text.equals("null") ? null : text;
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        for (at++; json.charAt(at) != '"'; at++) {
            char character = json.charAt(at);
            text.append(character == '\\' ? escaped() : character);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char character = json.charAt(++at);
        return switch (character) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json, at - 3, at + 1, 16);
            }
            default -> character;
        };
    }
}
