package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fetchwise.meta.EntityMeta;

/** The names of attributes, which text may write in snake case. */
public final class AttributeNames {
    private AttributeNames() {}

    /**
     * {@return whether a name is that of an attribute, or that of a foreign key: {@code author_id} beside {@code author}}
     *
     * @param entity the entity
     * @param name the name
     */
    public static boolean isTaken(EntityMeta<?> entity, String name) {
        return entity.find(name) != null || Walked.foreignKey(entity, name) != null;
    }

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
