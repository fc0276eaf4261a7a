package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;

/** Takes templates of SQL apart: <code>{0}</code> is the first operand, <code>{{</code> a brace. */
final class Templates {
    private Templates() {}

    static Term of(String template, ValueType<?> type, Expr<?, ?>... operands) {
        List<String> texts = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean[] used = new boolean[operands.length];
        for (int at = 0; at < template.length(); at++) {
            char letter = template.charAt(at);
            boolean twice = at + 1 < template.length() && template.charAt(at + 1) == letter;
            if ((letter == '{' || letter == '}') && twice) {
                text.append(letter);
                at++;
            } else if (letter == '{') {
                int end = template.indexOf('}', at);
                int operand = number(template, at, end, operands.length);
                used[operand] = true;
                texts.add(text.toString());
                terms.add(Terms.of(operands[operand]));
                text.setLength(0);
                at = end;
            } else {
                require(letter, template);
                text.append(letter);
            }
        }
        texts.add(text.toString());
        for (int operand = 0; operand < used.length; operand++) {
            if (!used[operand]) {
                throw new QueryException("The template '" + template + "' never mentions {" + operand + "}.");
            }
        }
        return new Term.Template(texts, terms, type);
    }

    private static int number(String template, int begin, int end, int operands) {
        String digits = end < 0 ? "" : template.substring(begin + 1, end);
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) >= operands) {
            throw new QueryException(
                    "The template '" + template + "' has {" + digits + "}, but its operands are numbered"
                            + " from {0} to {" + (operands - 1) + "}. A brace itself is doubled.");
        }
        return Integer.parseInt(digits);
    }

    /** A question mark would be taken for a parameter, a semicolon for the end of the statement. */
    private static void require(char letter, String template) {
        if (letter == '?' || letter == ';' || letter == '}') {
            throw new QueryException("The template '" + template + "' has a '" + letter
                    + "'. Values are operands: {0}, {1} and so on; a brace itself is doubled.");
        }
    }
}
