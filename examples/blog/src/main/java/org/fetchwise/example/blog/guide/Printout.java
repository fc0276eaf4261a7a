package org.fetchwise.example.blog.guide;

import org.jspecify.annotations.Nullable;

/** Where the guide's code prints to. */
@FunctionalInterface
public interface Printout {
    /**
     * Prints a value.
     *
     * @param value text, a number, a truth value, a time, null, or a list, map or record of such
     */
    void print(@Nullable Object value);
}
