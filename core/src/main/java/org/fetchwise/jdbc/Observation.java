package org.fetchwise.jdbc;

import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.jspecify.annotations.Nullable;

/**
 * A statement that somebody watches.
 *
 * @param listeners all who may be told
 * @param listener who is told of this one
 * @param start what was told before the statement was sent
 * @param begun when, by {@link System#nanoTime()}
 */
record Observation(Listeners listeners, QueryListener listener, QueryStart start, long begun) {
    /** {@return the observation that begins now, or null if nobody watches} */
    static @Nullable Observation begin(Listeners listeners, String text, Cause cause, @Nullable Origin origin) {
        QueryListener listener = listeners.current();
        if (listener == null) {
            return null;
        }
        QueryStart start = new QueryStart(text, cause, origin);
        listeners.tell(() -> listener.started(start));
        return new Observation(listeners, listener, start, System.nanoTime());
    }

    void end(long rows, boolean failed) {
        QueryEnd end = new QueryEnd(start, rows, System.nanoTime() - begun, failed);
        listeners.tell(() -> listener.finished(end));
    }
}
