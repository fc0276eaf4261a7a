package org.fetchwise.cli.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Chooses rows of the guide by their ids; {@code 3} means all of part 3. */
public final class Selection {
    private static final int NEAR_MISSES = 3;

    private Selection() {}

    /**
     * {@return the rows chosen, in the guide's order}
     *
     * @param ids the ids, none for all rows
     * @throws IllegalArgumentException if an id chooses nothing; the message names the near misses
     */
    public static List<Scenario> of(List<String> ids) {
        if (ids.isEmpty()) {
            return Scenarios.ALL;
        }
        for (String id : ids) {
            if (Scenarios.ALL.stream().noneMatch(scenario -> chooses(id, scenario))) {
                throw new IllegalArgumentException("The guide has no '" + id
                        + "', or it is not built yet. Did you mean " + String.join(", ", nearMisses(id))
                        + "? Built so far: " + String.join(", ", ids()) + ".");
            }
        }
        return Scenarios.ALL.stream()
                .filter(scenario -> ids.stream().anyMatch(id -> chooses(id, scenario)))
                .toList();
    }

    private static boolean chooses(String id, Scenario scenario) {
        return scenario.id().equalsIgnoreCase(id) || part(scenario.id()).equalsIgnoreCase(id);
    }

    private static String part(String id) {
        return id.substring(0, id.indexOf('.'));
    }

    private static List<String> ids() {
        return Scenarios.ALL.stream().map(Scenario::id).toList();
    }

    private static List<String> nearMisses(String id) {
        List<String> near = new ArrayList<>(ids());
        near.sort(Comparator.comparingInt((String candidate) -> distance(candidate, id))
                .thenComparing(candidate -> !id.toUpperCase(Locale.ROOT).startsWith(part(candidate))));
        return near.subList(0, NEAR_MISSES);
    }

    /** {@return how many characters must be inserted, deleted or replaced to make one text of another} */
    private static int distance(String from, String to) {
        int[] costs = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            costs[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int diagonal = costs[0];
            costs[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = costs[column];
                costs[column] = Math.min(replaced, 1 + Math.min(costs[column], costs[column - 1]));
            }
        }
        return costs[to.length()];
    }
}
