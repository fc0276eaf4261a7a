package org.fetchwise.query;

import org.jspecify.annotations.Nullable;

/** Every typed expression of the API: a term, and perhaps the name that the user gave it. */
public interface TermSource {
    /** {@return what the expression is inside} */
    Term asTerm();

    /** {@return the name given with {@code named}, or null} */
    @Nullable
    String givenName();

    /**
     * {@return what an expression of the API is inside; a path stands for the key of its row}
     *
     * @param expression an expression or a path
     */
    static Term termOf(Object expression) {
        return expression instanceof PathSource path ? Term.key(path.asPath()) : ((TermSource) expression).asTerm();
    }

    /**
     * {@return the name that the user gave an expression, or null}
     *
     * @param expression an expression
     */
    static @Nullable String nameOf(Object expression) {
        return expression instanceof TermSource source ? source.givenName() : null;
    }
}
