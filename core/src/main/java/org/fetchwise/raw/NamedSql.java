package org.fetchwise.raw;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fetchwise.dialect.Quoting;
import org.fetchwise.error.QueryException;

/**
 * A statement of the user's own, cut at its named parameters.
 *
 * @param pieces text and parameters by turns, in their order
 */
public record NamedSql(List<Piece> pieces) {
    /** What follows IN and its parenthesis can be a list. */
    private static final Pattern BEFORE_LIST = Pattern.compile("\\b(NOT\\s+)?IN\\s*\\(\\s*$", Pattern.CASE_INSENSITIVE);

    /** Rows that a query locks FOR UPDATE, or FOR NO KEY UPDATE, are only read. */
    private static final Pattern WRITING = Pattern.compile(
            "\\b(?:INSERT|DELETE|MERGE)\\b|(?<!\\bFOR {1,9})(?<!\\bKEY {1,9})\\bUPDATE\\b|^ *(?:REPLACE|CALL)\\b",
            Pattern.CASE_INSENSITIVE);

    public NamedSql {
        pieces = List.copyOf(pieces);
    }

    /** A piece of a statement. */
    public sealed interface Piece {
        /** Text that is sent as it is. */
        record Text(String text) implements Piece {}

        /**
         * A place for a value.
         *
         * @param name its name, without the colon
         * @param list what lists may stand for here
         */
        record Parameter(String name, ListPlace list) implements Piece {}
    }

    /** Whether a list can stand at a place, which decides what an empty one means there. */
    public enum ListPlace {
        NONE,
        /** Alone in the parentheses of IN. */
        IN,
        /** Alone in the parentheses of NOT IN. */
        NOT_IN
    }

    /**
     * {@return a statement cut at its parameters}
     *
     * @param text the statement, with parameters as {@code :name}
     * @param quoting what the database takes for quoted text
     * @param questionMarks whether a question mark is an operator of the database, which its driver wants written twice
     * @throws QueryException if a parameter has no name
     */
    public static NamedSql parse(String text, Quoting quoting, boolean questionMarks) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = quoting.end(text, at);
            char character = text.charAt(at);
            if (end > at) {
                // The driver of such a database finds quotes and comments by itself.
                plain.append(text, at, end);
                at = end;
            } else if (character == '?') {
                if (!questionMarks) {
                    throw new QueryException(
                            "A parameter of a statement has a name, but this has a question mark. Write"
                                    + " :name, and bind(\"name\", value).\nin statement: " + text);
                }
                plain.append("??");
                at++;
            } else if (character == ':' && at + 1 < text.length()) {
                int name = nameEnd(text, at + 1);
                boolean doubled = text.charAt(at + 1) == ':';
                if (doubled) {
                    plain.append("::");
                    at += 2;
                } else if (name > at + 1) {
                    pieces.add(new Piece.Text(plain.toString()));
                    pieces.add(new Piece.Parameter(text.substring(at + 1, name), place(plain, text, name)));
                    plain.setLength(0);
                    at = name;
                } else {
                    plain.append(character);
                    at++;
                }
            } else {
                plain.append(character);
                at++;
            }
        }
        pieces.add(new Piece.Text(plain.toString()));
        return new NamedSql(pieces);
    }

    private static int nameEnd(String text, int at) {
        int end = at;
        if (Character.isJavaIdentifierStart(text.charAt(at)) && text.charAt(at) != '$') {
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end)) && text.charAt(end) != '$') {
                end++;
            }
        }
        return end;
    }

    private static ListPlace place(CharSequence before, String text, int after) {
        var matcher = BEFORE_LIST.matcher(before);
        int next = after;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length() || text.charAt(next) != ')' || !matcher.find()) {
            return ListPlace.NONE;
        }
        return matcher.group(1) == null ? ListPlace.IN : ListPlace.NOT_IN;
    }

    /** {@return the names of the parameters, in the order in which they come} */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Parameter parameter) {
                names.add(parameter.name());
            }
        }
        return names;
    }

    /**
     * {@return whether the statement has a word that writes, outside of quotes and comments} It may be so in a statement that only
     * reads, where a column or a function has such a name; a function that writes cannot be told from others.
     *
     * @param quoting what the database takes for quoted text
     */
    public boolean mayWrite(Quoting quoting) {
        String text = toString();
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = quoting.end(text, at);
            plain.append(end > at || Character.isWhitespace(text.charAt(at)) ? ' ' : text.charAt(at));
            at = Math.max(end, at + 1);
        }
        return WRITING.matcher(plain).find();
    }

    /** {@return the statement as it was given} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Text part -> text.append(part.text());
                case Piece.Parameter parameter -> text.append(':').append(parameter.name());
            }
        }
        return text.toString();
    }
}
