package org.fetchwise.processor;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody who wrote an unknown name may have meant. */
final class NearMiss {
    private NearMiss() {}

    /** {@return the end of a message: the name that is closest, and all there are} */
    static String suggestion(String name, Collection<String> choices) {
        if (choices.isEmpty()) {
            return "";
        }
        String closest = choices.stream()
                .min(Comparator.<String>comparingInt(choice -> distance(name, choice))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        String question =
                distance(name, closest) <= Math.max(2, name.length() / 3) ? " Did you mean '" + closest + "'?" : "";
        return question + " Choices: "
                + String.join(", ", choices.stream().sorted().toList()) + ".";
    }

    /** {@return how many letters have to be inserted, removed or replaced, whatever their case} */
    static int distance(String from, String to) {
        String first = from.toLowerCase(Locale.ROOT);
        String second = to.toLowerCase(Locale.ROOT);
        int[] row = new int[second.length() + 1];
        for (int column = 0; column <= second.length(); column++) {
            row[column] = column;
        }
        for (int at = 1; at <= first.length(); at++) {
            int diagonal = row[0];
            row[0] = at;
            for (int column = 1; column <= second.length(); column++) {
                int replaced = diagonal + (first.charAt(at - 1) == second.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[second.length()];
    }
}
