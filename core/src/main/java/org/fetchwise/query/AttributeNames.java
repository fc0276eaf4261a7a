package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of attributes, which text may write in snake case. */
public final class AttributeNames {
    private AttributeNames() {}

    /**
     * {@return a name in camel case}
     *
     * @param name the name in camel case or in snake case
     */
    public static String camelCase(String name) {
        List<String> words = new ArrayList<>(List.of(name.split("_", -1)));
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            if (!word.isEmpty()) {
                words.set(at, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return String.join("", words);
    }
}
