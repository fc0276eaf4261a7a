package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;

/** Breaks the lines of generated source that are longer than 120 characters, as a formatter would. */
final class LineBreaks {
    private static final int WIDTH = 120;
    private static final int CONTINUATION = 8;

    private LineBreaks() {}

    static String apply(String text) {
        StringBuilder out = new StringBuilder();
        text.lines().forEach(line -> append(out, line));
        return out.toString();
    }

    private static void append(StringBuilder out, String line) {
        if (line.length() <= WIDTH) {
            out.append(line.stripTrailing()).append('\n');
            return;
        }
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String continued = indent + " ".repeat(CONTINUATION);
        if (line.startsWith("/**", indent.length())) {
            comment(out, indent, line.strip());
            return;
        }
        int clause = line.contains(" class ") ? firstOf(line, " extends ", " implements ") : -1;
        int assignment = line.indexOf(" = ");
        int choice = line.indexOf(" ? ");
        int open = line.indexOf('(');
        if (clause > 0) {
            broken(out, line.substring(0, clause), continued + line.substring(clause + 1));
        } else if (assignment > 0
                && (open < 0 || assignment < open)
                && (open > WIDTH || fits(continued, line, assignment + 3))) {
            broken(out, line.substring(0, assignment + 2), continued + line.substring(assignment + 3));
        } else if (choice > 0) {
            int otherwise = line.indexOf(" : ", choice);
            out.append(line, 0, choice).append('\n');
            out.append(continued).append(line, choice + 1, otherwise).append('\n');
            append(out, continued + line.substring(otherwise + 1));
        } else if (open > 0 && closing(line, open) > 0) {
            arguments(out, line, open, continued);
        } else if (open > 0 && line.startsWith(".", matching(line, open) + 1)) {
            int next = matching(line, open) + 1;
            broken(out, line.substring(0, next), continued + line.substring(next));
        } else {
            out.append(line).append('\n');
        }
    }

    private static void broken(StringBuilder out, String first, String rest) {
        append(out, first);
        append(out, rest);
    }

    private static boolean fits(String indent, String line, int from) {
        return indent.length() + line.length() - from <= WIDTH;
    }

    /** Puts the arguments on a line of their own, or on one line each where that is still too long. */
    private static void arguments(StringBuilder out, String line, int open, String indent) {
        int close = closing(line, open);
        String all = line.substring(open + 1, close);
        String end = line.substring(close);
        out.append(line, 0, open + 1).append('\n');
        if (indent.length() + all.length() + end.length() <= WIDTH) {
            out.append(indent).append(all).append(end).append('\n');
            return;
        }
        List<String> arguments = split(all);
        for (int at = 0; at < arguments.size(); at++) {
            append(out, indent + arguments.get(at) + (at < arguments.size() - 1 ? "," : end));
        }
    }

    /** {@return the position of the parenthesis that closes another one, or -1 unless only punctuation follows} */
    private static int closing(String line, int open) {
        int close = matching(line, open);
        return close > 0 && line.substring(close + 1).matches("[);,]*( \\{)?") ? close : -1;
    }

    /** {@return the position of the parenthesis that closes another one, or -1} */
    private static int matching(String line, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int at = open; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"' && line.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && character == '(') {
                depth++;
            } else if (!quoted && character == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at < arguments.length(); at++) {
            char character = arguments.charAt(at);
            if (character == '"' && (at == 0 || arguments.charAt(at - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && (character == '(' || character == '<')) {
                depth++;
            } else if (!quoted && (character == ')' || (character == '>' && !isArrow(arguments, at)))) {
                depth--;
            } else if (!quoted && character == ',' && depth == 0) {
                parts.add(arguments.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(arguments.substring(start).strip());
        return parts;
    }

    private static boolean isArrow(String text, int at) {
        return at > 0 && text.charAt(at - 1) == '-';
    }

    private static int firstOf(String line, String first, String second) {
        int at = line.indexOf(first);
        return at > 0 ? at : line.indexOf(second);
    }

    private static void comment(StringBuilder out, String indent, String comment) {
        String words = comment.substring("/**".length(), comment.length() - "*/".length())
                .strip();
        out.append(indent).append("/**\n");
        StringBuilder line = new StringBuilder(indent + " *");
        for (String word : words.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(indent + " *");
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n').append(indent).append(" */\n");
    }
}
