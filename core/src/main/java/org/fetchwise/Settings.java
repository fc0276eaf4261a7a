package org.fetchwise;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fetchwise.meta.FetchMode;
import org.jspecify.annotations.Nullable;

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
 * @param user tells on whose behalf the current thread writes, or null where nobody has said
 */
record Settings(
        Clock clock,
        ZoneId zone,
        RandomGenerator random,
        FetchMode fetchMode,
        int maxPeerRows,
        CursorSeal cursorSeal,
        boolean foreignTouches,
        @Nullable Supplier<? extends @Nullable Object> user) {
    private static final int MAX_PEER_ROWS = 500_000;

    static Settings standard() {
        return new Settings(
                Clock.systemUTC(),
                ZoneOffset.UTC,
                RandomGenerator.getDefault(),
                FetchMode.PEERS,
                MAX_PEER_ROWS,
                CursorSeal.random(),
                false,
                null);
    }

    Settings with(Clock other) {
        return new Settings(other, zone, random, fetchMode, maxPeerRows, cursorSeal, foreignTouches, user);
    }

    Settings with(ZoneId other) {
        return new Settings(clock, other, random, fetchMode, maxPeerRows, cursorSeal, foreignTouches, user);
    }

    Settings with(RandomGenerator other) {
        return new Settings(clock, zone, other, fetchMode, maxPeerRows, cursorSeal, foreignTouches, user);
    }

    Settings with(FetchMode other) {
        return new Settings(clock, zone, random, other, maxPeerRows, cursorSeal, foreignTouches, user);
    }

    Settings withMaxPeerRows(int rows) {
        return new Settings(clock, zone, random, fetchMode, rows, cursorSeal, foreignTouches, user);
    }

    Settings with(CursorSeal other) {
        return new Settings(clock, zone, random, fetchMode, maxPeerRows, other, foreignTouches, user);
    }

    Settings withForeignTouches(boolean allowed) {
        return new Settings(clock, zone, random, fetchMode, maxPeerRows, cursorSeal, allowed, user);
    }

    Settings withUser(Supplier<? extends @Nullable Object> other) {
        return new Settings(clock, zone, random, fetchMode, maxPeerRows, cursorSeal, foreignTouches, other);
    }
}
