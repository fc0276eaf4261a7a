package org.fetchwise.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** The values of a row's place in an order as texts, and back. */
public final class CursorText {
    private CursorText() {}

    /**
     * {@return a value as text, null for NULL}
     *
     * @param key what the value was read for
     * @param value the value
     * @throws QueryException if values of its type have no text that leads back to them
     */
    public static @Nullable String of(Keyset.Key key, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = switch (value) {
            case BigDecimal decimal -> decimal.toPlainString();
            case Enum<?> constant -> constant.name();
            case Object other -> other.toString();
        };
        ValueType<?> type = key.value().type();
        Term back = Literals.beside(type, text);
        if (back == null || !back.equals(Literals.beside(type, value))) {
            throw new QueryException("Pages cannot go on behind a value of '" + key.value() + "': a "
                    + type.javaType().getSimpleName()
                    + " cannot stand in a cursor. Order by another column.");
        }
        return text;
    }

    /**
     * {@return a place in an order, null for NULL}
     *
     * @param keyset the order
     * @param texts the texts of its values, as {@link #of} gave them
     */
    public static List<@Nullable Term> place(Keyset keyset, List<? extends @Nullable String> texts) {
        List<@Nullable Term> place = new ArrayList<>(texts.size());
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            place.add(
                    text == null
                            ? null
                            : Literals.beside(keyset.keys().get(at).value().type(), text));
        }
        return place;
    }
}
