package org.fetchwise.compile;

import org.jspecify.annotations.Nullable;

/**
 * A compiled shape and the values of one query.
 *
 * @param compiled the shape
 * @param values the values of the slots, in the form in which they are stored; lists are collections
 */
@SuppressWarnings("ArrayRecordComponent")
public record Bound(Compiled compiled, @Nullable Object[] values) {}
