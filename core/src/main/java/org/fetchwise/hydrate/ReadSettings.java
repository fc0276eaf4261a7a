package org.fetchwise.hydrate;

import java.util.function.BooleanSupplier;
import org.fetchwise.meta.FetchMode;

/**
 * How a database handle reads objects.
 *
 * @param fetchMode the mode of queries that do not choose one
 * @param observesReads tells at the beginning of each evaluation whether it is noted which attributes of its objects are read;
 *     called by any thread
 */
public record ReadSettings(FetchMode fetchMode, BooleanSupplier observesReads) {
    /** Peers load together, and reads are not noted. */
    public static final ReadSettings DEFAULT = new ReadSettings(FetchMode.PEERS, () -> false);
}
