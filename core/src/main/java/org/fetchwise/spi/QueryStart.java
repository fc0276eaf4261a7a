package org.fetchwise.spi;

import org.jspecify.annotations.Nullable;

/**
 * A statement about to be sent.
 *
 * @param text the statement; it holds no values of the user's
 * @param cause why it runs
 * @param origin the line of the user's program that asked for it: the call of the terminal, not where the queryset was built, or
 *     the getter that was called; null where that is not known
 */
public record QueryStart(String text, Cause cause, @Nullable Origin origin) {}
