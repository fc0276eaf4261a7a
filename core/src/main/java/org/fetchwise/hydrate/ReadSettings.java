package org.fetchwise.hydrate;

import java.util.function.BooleanSupplier;
import org.fetchwise.meta.FetchMode;

/**
 * How a database handle reads objects.
 *
 * @param fetchMode the mode of queries that do not choose one
 * @param maxPeerRows the greatest number of rows that one touch loads for all peers together, for queries that do not say
 * @param observesReads tells at the beginning of each evaluation whether it is noted which attributes of its objects are read;
 *     called by any thread
 * @param foreignTouches whether an object that was read in a transaction may be loaded further by a thread outside of it while
 *     the transaction is open; what it loads may then not fit to what it has
 */
public record ReadSettings(
        FetchMode fetchMode, int maxPeerRows, BooleanSupplier observesReads, boolean foreignTouches) {
    /** Peers load together, however many, and reads are not noted. */
    public static final ReadSettings DEFAULT = new ReadSettings(FetchMode.PEERS, Integer.MAX_VALUE, () -> false, false);
}
