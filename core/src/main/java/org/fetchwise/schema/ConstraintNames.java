package org.fetchwise.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives constraints and indexes their names: the same for the same tables each time, no two alike, and short enough for all
 * databases. Mutable; used by one thread.
 */
final class ConstraintNames {
    /** PostgreSQL cuts names after 63 bytes, silently. */
    private static final int LONGEST = 63;

    private final Map<String, String> purposes = new HashMap<>();

    String of(String kind, String table, List<String> columns) {
        String purpose = kind + ":" + table + ":" + columns;
        String plain = kind + "_" + table.replace('.', '_') + "_" + String.join("_", columns);
        String name = plain.length() > LONGEST ? shortened(plain, purpose) : plain;
        String before = purposes.putIfAbsent(name, purpose);
        if (before == null || before.equals(purpose)) {
            return name;
        }
        String other = shortened(plain, purpose);
        purposes.put(other, purpose);
        return other;
    }

    private static String shortened(String plain, String purpose) {
        String ending = String.format(Locale.ROOT, "_%08x", purpose.hashCode());
        return plain.substring(0, Math.min(plain.length(), LONGEST - ending.length())) + ending;
    }
}
