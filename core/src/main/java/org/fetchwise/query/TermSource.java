package org.fetchwise.query;

import org.jspecify.annotations.Nullable;

/** Every typed expression of the API: a term, and perhaps the name that the user gave it. */
public interface TermSource {
    /** {@return what the expression is inside} */
    Term term();

    /** {@return the name given with {@code named}, or null} */
    @Nullable String name();

    /**
     * {@return what an expression of the API is inside}
     *
     * @param expression the expression
     */
    static Term termOf(Object expression) {
        return ((TermSource) expression).term();
    }
}
