package org.fetchwise.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Select;

/**
 * The names of rows that a place in a statement may speak of: those of the SELECT that it is in, and those of the SELECTs around
 * it. Not every database looks out of a derived table. Mutable; serves one statement.
 */
final class NamesInSight {
    private final Deque<Level> levels = new ArrayDeque<>();

    /** The names of one SELECT, and whether it is a derived table. */
    private record Level(Set<String> names, boolean derived) {}

    void enter(Select select, boolean derived) {
        Set<String> names = new HashSet<>();
        names.add(select.from().alias());
        for (Join join : select.joins()) {
            names.add(join.item().alias());
        }
        levels.push(new Level(names, derived));
    }

    void leave() {
        levels.pop();
    }

    /** Whether a name is known only outside of a derived table that this place is in. */
    boolean isBeyondDerived(String name) {
        boolean derived = false;
        for (Level level : levels) {
            if (level.names().contains(name)) {
                return derived;
            }
            derived = derived || level.derived();
        }
        return false;
    }
}
