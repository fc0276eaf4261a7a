package org.fetchwise;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.fetchwise.meta.FetchMode;

/** What a handle decides for all its queries. */
record Settings(Clock clock, ZoneId zone, RandomGenerator random, FetchMode fetchMode, CursorSeal cursorSeal) {
    static Settings standard() {
        return new Settings(
                Clock.systemUTC(), ZoneOffset.UTC, RandomGenerator.getDefault(), FetchMode.PEERS, CursorSeal.random());
    }
}
