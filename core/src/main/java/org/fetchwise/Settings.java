package org.fetchwise;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.fetchwise.meta.FetchMode;

/** What a handle decides for all its queries. */
record Settings(
        Clock clock,
        ZoneId zone,
        RandomGenerator random,
        FetchMode fetchMode,
        CursorSeal cursorSeal,
        boolean foreignTouches) {
    static Settings standard() {
        return new Settings(
                Clock.systemUTC(),
                ZoneOffset.UTC,
                RandomGenerator.getDefault(),
                FetchMode.PEERS,
                CursorSeal.random(),
                false);
    }

    Settings with(Clock other) {
        return new Settings(other, zone, random, fetchMode, cursorSeal, foreignTouches);
    }

    Settings with(ZoneId other) {
        return new Settings(clock, other, random, fetchMode, cursorSeal, foreignTouches);
    }

    Settings with(RandomGenerator other) {
        return new Settings(clock, zone, other, fetchMode, cursorSeal, foreignTouches);
    }

    Settings with(FetchMode other) {
        return new Settings(clock, zone, random, other, cursorSeal, foreignTouches);
    }

    Settings with(CursorSeal other) {
        return new Settings(clock, zone, random, fetchMode, other, foreignTouches);
    }

    Settings withForeignTouches(boolean allowed) {
        return new Settings(clock, zone, random, fetchMode, cursorSeal, allowed);
    }
}
