package org.fetchwise.spi;

import org.jspecify.annotations.Nullable;

/**
 * A statement about to be sent.
 *
 * @param text the statement; it holds no values of the user's
 * @param cause why it runs
 * @param origin the line that asked for it, or null where that is not known
 */
public record QueryStart(String text, Cause cause, @Nullable Origin origin) {}
