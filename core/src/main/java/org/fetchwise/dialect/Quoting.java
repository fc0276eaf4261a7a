package org.fetchwise.dialect;

import java.util.Set;

/**
 * What a database takes for quoted text and for comments: there a colon or a question mark stands for nothing but itself.
 *
 * @param rules what holds besides standard SQL, which knows {@code '…'}, {@code "…"}, {@code -- …} and {@code /* … *}{@code /}
 */
public record Quoting(Set<Rule> rules) {
    public Quoting {
        rules = Set.copyOf(rules);
    }

    /** What some databases know besides. */
    public enum Rule {
        /** A backslash in quotes takes the next character as it is. */
        BACKSLASH,
        /** The same, in a literal with an E before it. */
        ESCAPE_LITERAL,
        /** Identifiers in backticks. */
        BACKTICK,
        /** Identifiers in brackets. */
        BRACKET,
        /** Text between two equal tags of dollar signs. */
        DOLLAR,
        /** Comments from a hash sign to the end of the line. */
        HASH,
        /** Comments within comments. */
        NESTED_COMMENT
    }

    /**
     * {@return the position behind the quoted text or comment that begins at a position, or the position itself where none does}
     * One that is not closed reaches to the end.
     *
     * @param text a statement
     * @param at the position, counted from 0
     */
    public int end(String text, int at) {
        return switch (text.charAt(at)) {
            case '\'' -> closing(text, at, '\'', has(Rule.BACKSLASH) || isEscaped(text, at));
            case '"' -> closing(text, at, '"', has(Rule.BACKSLASH));
            case '`' -> has(Rule.BACKTICK) ? closing(text, at, '`', false) : at;
            case '[' -> has(Rule.BRACKET) ? closing(text, at, ']', false) : at;
            case '$' -> has(Rule.DOLLAR) ? dollars(text, at) : at;
            case '#' -> has(Rule.HASH) ? line(text, at) : at;
            case '-' -> text.startsWith("--", at) ? line(text, at) : at;
            case '/' -> text.startsWith("/*", at) ? comment(text, at) : at;
            default -> at;
        };
    }

    private boolean has(Rule rule) {
        return rules.contains(rule);
    }

    private boolean isEscaped(String text, int at) {
        return has(Rule.ESCAPE_LITERAL)
                && at > 0
                && Character.toUpperCase(text.charAt(at - 1)) == 'E'
                && (at == 1 || !Character.isJavaIdentifierPart(text.charAt(at - 2)));
    }

    /** A quote within quotes is written twice. */
    private static int closing(String text, int at, char quote, boolean escapes) {
        int next = at + 1;
        while (next < text.length()) {
            char character = text.charAt(next++);
            if (character == '\\' && escapes) {
                next++;
            } else if (character == quote) {
                if (next == text.length() || text.charAt(next) != quote) {
                    return next;
                }
                next++;
            }
        }
        return text.length();
    }

    private static int dollars(String text, int at) {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != '$') {
            if (!Character.isJavaIdentifierPart(text.charAt(next))) {
                return at;
            }
            next++;
        }
        if (next == text.length() || (next > at + 1 && Character.isDigit(text.charAt(at + 1)))) {
            return at;
        }
        String tag = text.substring(at, next + 1);
        int end = text.indexOf(tag, next + 1);
        return end < 0 ? text.length() : end + tag.length();
    }

    private static int line(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int comment(String text, int at) {
        int depth = 1;
        int next = at + 2;
        while (next < text.length()) {
            if (text.startsWith("*/", next)) {
                next += 2;
                if (--depth == 0) {
                    return next;
                }
            } else if (has(Rule.NESTED_COMMENT) && text.startsWith("/*", next)) {
                next += 2;
                depth++;
            } else {
                next++;
            }
        }
        return text.length();
    }
}
