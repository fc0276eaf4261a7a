package org.fetchwise.write;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The text that explains a write: its statements in their order, and the tables that they write. Mutable, serves one call. */
final class Explanation {
    private final StringBuilder text = new StringBuilder();
    private final Set<String> written = new TreeSet<>();
    private int steps;

    Explanation(String change) {
        section("change", change);
    }

    /** Adds a statement that writes no table. */
    void step(String title, String statement) {
        steps++;
        section(steps + ". " + title, statement);
    }

    /** Adds a statement. */
    void step(String title, String statement, Collection<String> tables) {
        written.addAll(tables);
        step(title, statement);
    }

    /** Adds what is said of all statements together. */
    void section(String title, String content) {
        text.append(title)
                .append('\n')
                .append("    ")
                .append(content.replace("\n", "\n    "))
                .append('\n');
    }

    /** {@return the whole text} */
    String finished() {
        section("writes", written.isEmpty() ? "nothing" : String.join(", ", written));
        return text.toString();
    }
}
