package org.fetchwise.query;

import org.jspecify.annotations.Nullable;

/** Every assignment of the API. */
public interface AssignmentSource {
    /** {@return what is assigned to: a column, or a path given as text} */
    Term target();

    /** {@return what is assigned: null, a value, or a {@link Term}} */
    @Nullable
    Object assigned();
}
