package org.fetchwise.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.QueryException;
import org.fetchwise.raw.NamedSql.ListPlace;
import org.fetchwise.raw.NamedSql.Piece;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Rendered.Placeholder;
import org.jspecify.annotations.Nullable;

/**
 * A statement with question marks, and the values that they stand for. A list becomes as many question marks as it has values.
 *
 * @param statement the statement
 * @param slots the values in stored form, one for each question mark
 */
@SuppressWarnings("ArrayRecordComponent")
public record Binding(Rendered statement, @Nullable Object[] slots) {
    /**
     * {@return a statement with its values}
     *
     * @param sql the statement
     * @param arguments what was bound, by name
     * @throws QueryException if a parameter has no value, or a list stands outside the parentheses of IN
     */
    public static Binding of(NamedSql sql, Map<String, Argument> arguments) {
        return new Writer(sql, arguments).binding();
    }

    /** Writes one statement. */
    private static final class Writer {
        private final NamedSql sql;
        private final Map<String, Argument> arguments;
        private final StringBuilder text = new StringBuilder();
        private final List<Placeholder> placeholders = new ArrayList<>();
        private final List<@Nullable Object> slots = new ArrayList<>();

        /** What follows the next closing parenthesis. */
        private String afterList = "";

        Writer(NamedSql sql, Map<String, Argument> arguments) {
            this.sql = sql;
            this.arguments = arguments;
        }

        Binding binding() {
            for (Piece piece : sql.pieces()) {
                switch (piece) {
                    case Piece.Text part -> text(part.text());
                    case Piece.Parameter parameter -> parameter(parameter);
                }
            }
            return new Binding(new Rendered(text.toString(), placeholders), slots.toArray());
        }

        private void text(String part) {
            int close = afterList.isEmpty() ? 0 : part.indexOf(')') + 1;
            text.append(part, 0, close).append(afterList).append(part, close, part.length());
            afterList = "";
        }

        private void parameter(Piece.Parameter parameter) {
            switch (arguments.get(parameter.name())) {
                case null ->
                    throw new QueryException("The parameter :" + parameter.name() + " has no value. Call bind(\""
                            + parameter.name() + "\", …).\nin statement: " + sql);
                case Argument.One one -> value(one);
                case Argument.Many many -> list(parameter, many.values());
            }
        }

        private void value(Argument.One one) {
            text.append('?');
            placeholders.add(new Placeholder(slots.size(), one.type(), Form.VALUE));
            slots.add(one.stored());
        }

        private void list(Piece.Parameter parameter, List<Argument.One> values) {
            if (parameter.list() == ListPlace.NONE) {
                throw new QueryException("The parameter :" + parameter.name()
                        + " is bound to a list, which stands alone in the parentheses of IN: write IN (:"
                        + parameter.name() + ").\nin statement: " + sql);
            }
            for (int at = 0; at < values.size(); at++) {
                text.append(at == 0 ? "" : ", ");
                value(values.get(at));
            }
            if (values.isEmpty()) {
                // SQL has no empty list. Nothing is in NULL, as nothing is in no list, once unknown is made false or
                // true.
                text.append("NULL");
                afterList = parameter.list() == ListPlace.IN ? " IS TRUE" : " IS NOT FALSE";
            }
        }
    }
}
