package org.fetchwise;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.fetchwise.meta.FetchMode;

/**
 * What a handle decides for all its queries.
 *
 * @param clock what gives the time
 * @param zone where days begin
 * @param random what random defaults are taken from
 * @param fetchMode what happens on the touch of something not loaded
 * @param maxPeerRows the greatest number of rows that one touch loads for all peers together
 * @param cursorSeal what seals the cursors of pages
 * @param foreignTouches whether objects of a transaction are loaded further by threads outside of it
 */
record Settings(
        Clock clock,
        ZoneId zone,
        RandomGenerator random,
        FetchMode fetchMode,
        int maxPeerRows,
        CursorSeal cursorSeal,
        boolean foreignTouches) {
    private static final int MAX_PEER_ROWS = 500_000;

    static Settings standard() {
        return new Settings(
                Clock.systemUTC(),
                ZoneOffset.UTC,
                RandomGenerator.getDefault(),
                FetchMode.PEERS,
                MAX_PEER_ROWS,
                CursorSeal.random(),
                false);
    }

    Settings with(Clock other) {
        return new Settings(other, zone, random, fetchMode, maxPeerRows, cursorSeal, foreignTouches);
    }

    Settings with(ZoneId other) {
        return new Settings(clock, other, random, fetchMode, maxPeerRows, cursorSeal, foreignTouches);
    }

    Settings with(RandomGenerator other) {
        return new Settings(clock, zone, other, fetchMode, maxPeerRows, cursorSeal, foreignTouches);
    }

    Settings with(FetchMode other) {
        return new Settings(clock, zone, random, other, maxPeerRows, cursorSeal, foreignTouches);
    }

    Settings withMaxPeerRows(int rows) {
        return new Settings(clock, zone, random, fetchMode, rows, cursorSeal, foreignTouches);
    }

    Settings with(CursorSeal other) {
        return new Settings(clock, zone, random, fetchMode, maxPeerRows, other, foreignTouches);
    }

    Settings withForeignTouches(boolean allowed) {
        return new Settings(clock, zone, random, fetchMode, maxPeerRows, cursorSeal, allowed);
    }
}
