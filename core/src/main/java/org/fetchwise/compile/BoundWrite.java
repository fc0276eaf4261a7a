package org.fetchwise.compile;

import org.jspecify.annotations.Nullable;

/**
 * A compiled change and the values of one call.
 *
 * @param compiled the shape
 * @param values the values of the slots, in the form in which they are stored; lists are collections
 */
@SuppressWarnings("ArrayRecordComponent")
public record BoundWrite(CompiledWrite compiled, @Nullable Object[] values) {}
