package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** What a user may have meant by a name that does not exist. */
final class NearMisses {
    private NearMisses() {}

    static String message(EntityMeta<?> meta, String name) {
        List<String> names = new ArrayList<>();
        for (ColumnAttribute column : meta.columns()) {
            if (!column.is(ColumnAttribute.Trait.FOREIGN_KEY)) {
                names.add(column.name());
            }
        }
        for (RelationAttribute relation : meta.relations()) {
            names.add(relation.name());
        }
        names.sort(null);
        return "No '" + name + "' on " + meta.name() + "." + among(name, names);
    }

    /** The nearest of some names, and all of them. */
    static String among(String name, List<String> names) {
        String nearest = null;
        int least = Math.max(2, name.length() / 3) + 1;
        for (String candidate : names) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return (nearest == null ? "" : " Did you mean '" + nearest + "'?") + " Choices: " + String.join(", ", names)
                + ".";
    }

    /** The number of letters to change, add or take away to make one word of the other. */
    private static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        for (int at = 0; at <= right.length(); at++) {
            before[at] = at;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] now = new int[right.length() + 1];
            now[0] = row;
            for (int at = 1; at <= right.length(); at++) {
                int change = left.charAt(row - 1) == right.charAt(at - 1) ? 0 : 1;
                now[at] = Math.min(Math.min(now[at - 1], before[at]) + 1, before[at - 1] + change);
            }
            before = now;
        }
        return before[right.length()];
    }
}
