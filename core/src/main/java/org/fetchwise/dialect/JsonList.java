package org.fetchwise.dialect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fetchwise.meta.ParameterWriter;

/** Writes lists of values as JSON arrays. */
final class JsonList {
    private static final HexFormat HEX = HexFormat.of();

    private JsonList() {}

    /**
     * {@return a JSON array of numbers, booleans and texts}
     *
     * @param values the values in stored form
     * @param form makes of a value what the database compares with: a number, a boolean, or what prints as text
     */
    static String of(Collection<?> values, UnaryOperator<Object> form) {
        StringBuilder json = new StringBuilder(values.size() * 8 + 2).append('[');
        for (Object value : values) {
            json.append(json.length() == 1 ? "" : ",");
            append(json, form.apply(value));
        }
        return json.append(']').toString();
    }

    /**
     * {@return a JSON array of rows, each an array of numbers, booleans and texts}
     *
     * @param columns the values of each column in stored form, equally many
     * @param form makes of a value what the database compares with
     */
    static String ofRows(List<Collection<?>> columns, UnaryOperator<Object> form) {
        List<Iterator<?>> walks = new ArrayList<>(columns.size());
        columns.forEach(column -> walks.add(column.iterator()));
        StringBuilder json = new StringBuilder(columns.getFirst().size() * 8 * columns.size() + 2).append('[');
        while (walks.getFirst().hasNext()) {
            json.append(json.length() == 1 ? "[" : ",[");
            String separator = "";
            for (Iterator<?> walk : walks) {
                append(json.append(separator), form.apply(walk.next()));
                separator = ",";
            }
            json.append(']');
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, Object value) {
        switch (value) {
            case Boolean truth -> json.append(truth.booleanValue());
            // As the column holds it: 0.1f is not 0.1.
            case Float number -> json.append(number.doubleValue());
            case BigDecimal decimal -> json.append(decimal.toPlainString());
            case Number number -> json.append(number);
            case Duration duration -> json.append(ParameterWriter.microseconds(duration));
            default -> quoted(json, value.toString());
        }
    }

    private static void quoted(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append("\\u").append(HEX.toHexDigits(character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
