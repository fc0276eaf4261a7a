package org.fetchwise.hydrate;

import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement runs and who asked for it.
 *
 * @param cause why it runs
 * @param origin the line of the user's program, or null where it is not known
 */
record Reason(Cause cause, @Nullable Origin origin) {
    /** {@return the same line with another cause} */
    Reason because(Cause other) {
        return new Reason(other, origin);
    }
}
