package org.fetchwise.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/** Parts of JSON documents, and documents made of Java's values. */
public final class JsonTerms {
    private JsonTerms() {}

    /**
     * {@return what a step leads to}
     *
     * @param document a document, or a part of one
     * @param step the step
     */
    public static Term get(Term document, JsonStep step) {
        List<JsonStep> path = new ArrayList<>();
        Term whole = document;
        if (document instanceof Term.JsonGet part) {
            path.addAll(part.path());
            whole = part.document();
        }
        path.add(step);
        return new Term.JsonGet(whole, path, ValueType.JSON);
    }

    /**
     * {@return a document or a part of one as text: a string without its quotes; JSON's null is NULL}
     *
     * @param document the document
     */
    public static Term text(Term document) {
        return as(document, ValueType.TEXT);
    }

    /**
     * {@return a document or a part of one as a number; NULL where it is none}
     *
     * @param document the document
     */
    public static Term number(Term document) {
        return as(document, ValueType.DOUBLE);
    }

    /** A document as a value of another type, as a cast gives it. */
    static Term as(Term document, ValueType<?> type) {
        return document instanceof Term.JsonGet part
                ? new Term.JsonGet(part.document(), part.path(), type)
                : new Term.JsonGet(document, List.of(), type);
    }

    static boolean isJson(Term term) {
        return term.type().storage() == StorageType.JSON;
    }

    /**
     * {@return that a document equals a value; compared with null, a row without a document is left out by the negation, too}
     *
     * @param document the document
     * @param value as of {@link #literal}
     * @throws QueryException if no document holds such a value
     */
    public static Term equal(Term document, @Nullable Object value) {
        Term right = value == null ? Term.Declared.nothing() : literal(value);
        return new Term.Compare(ComparisonOperator.EQUAL, document, right);
    }

    /**
     * {@return a document as a literal}
     *
     * @param value null for JSON's null, a truth value, a number, a text, or a map or collection of such
     * @throws QueryException if no document holds such a value
     */
    public static Term.Literal literal(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return new Term.Literal(text.toString(), ValueType.JSON);
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case Boolean truth -> text.append(truth);
            case Double number -> text.append(plain(BigDecimal.valueOf(number)));
            case Float number -> text.append(plain(new BigDecimal(number.toString())));
            case BigDecimal number -> text.append(plain(number));
            case Number number -> text.append(number);
            case CharSequence string -> string(text, string);
            case Term.Literal literal -> append(text, literal.value());
            case Map<?, ?> members -> {
                String before = "{";
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    text.append(before);
                    string(text, String.valueOf(member.getKey()));
                    append(text.append(':'), member.getValue());
                    before = ",";
                }
                text.append(members.isEmpty() ? "{}" : "}");
            }
            case Collection<?> elements -> {
                String before = "[";
                for (Object element : elements) {
                    append(text.append(before), element);
                    before = ",";
                }
                text.append(elements.isEmpty() ? "[]" : "]");
            }
            default ->
                throw new QueryException("A JSON document holds no value of type "
                        + value.getClass().getSimpleName() + ". Give a number, a text, a truth value, null, a map or a"
                        + " list.");
        }
    }

    /** Numbers are told apart by their value, which some databases do not see in 1.0. */
    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() < 20
                ? stripped.toPlainString()
                : stripped.toString();
    }

    private static void string(StringBuilder text, CharSequence string) {
        text.append('"');
        for (int at = 0; at < string.length(); at++) {
            char letter = string.charAt(at);
            switch (letter) {
                case '"', '\\' -> text.append('\\').append(letter);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (letter < ' ') {
                        text.append(String.format("\\u%04x", (int) letter));
                    } else {
                        text.append(letter);
                    }
                }
            }
        }
        text.append('"');
    }
}
