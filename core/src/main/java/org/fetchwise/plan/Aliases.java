package org.fetchwise.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives tables their names within one statement: what the user called them, numbered from the second on, so that the text
 * reads like the query and no two scopes share a name. Mutable; serves one statement.
 */
final class Aliases {
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, String> names;

    Aliases() {
        this(Map.of());
    }

    /**
     * @param names what some tables are called instead of what the user called them
     */
    Aliases(Map<String, String> names) {
        this.names = names;
    }

    String next(String wished) {
        String wish = names.getOrDefault(wished, wished);
        int count = used.merge(wish, 1, Integer::sum);
        return count == 1 ? wish : wish + "_" + count;
    }
}
