package org.fetchwise.servers;

import java.util.regex.Pattern;

/**
 * How a database compares and sorts text.
 *
 * @param name an ICU locale on PostgreSQL ({@code sv-SE}), a collation's name on MariaDB ({@code utf8mb4_swedish_ci}), or
 *     {@code binary}: by code point, case and trailing blanks count. The other engines know {@code binary} only.
 */
public record Collation(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_@=-]{1,64}");

    /** By code point: what all four engines agree on. */
    public static final Collation BINARY = new Collation("binary");

    /**
     * Checks the name, which becomes part of a statement.
     *
     * @throws IllegalArgumentException unless the name is 1 to 64 letters, digits and {@code _ @ = -}
     */
    public Collation {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A collation's name has 1 to 64 letters, digits and _ @ = -, as in sv-SE or utf8mb4_swedish_ci.");
        }
    }

    /** {@return this collation, on an engine that has no other} */
    Collation binaryOn(Engine engine) {
        if (!equals(BINARY)) {
            throw new IllegalArgumentException(engine.title()
                    + " databases compare by code point here; only PostgreSQL and MariaDB take another collation.");
        }
        return this;
    }
}
