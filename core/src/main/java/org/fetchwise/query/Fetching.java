package org.fetchwise.query;

import org.fetchwise.meta.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * What a query says of the loading of what it left out.
 *
 * @param mode what happens on the touch of something not loaded; null for the database handle's mode
 * @param maxPeerRows the greatest number of rows that one touch loads for all peers together; 0 for the database handle's
 */
public record Fetching(@Nullable FetchMode mode, int maxPeerRows) {
    /** As the database handle says. */
    public static final Fetching AS_HANDLE = new Fetching(null, 0);

    /** {@return the same with another mode} */
    Fetching withMode(@Nullable FetchMode other) {
        return new Fetching(other, maxPeerRows);
    }

    /** {@return the same with another bound} */
    Fetching withMaxPeerRows(int rows) {
        return new Fetching(mode, rows);
    }
}
