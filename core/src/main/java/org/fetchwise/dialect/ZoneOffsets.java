package org.fetchwise.dialect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The offsets of a zone from the first one known to the end of this century, as Java knows them.
 *
 * @param first the offset before all changes, in seconds
 * @param changes the changes, in their order
 */
record ZoneOffsets(int first, List<Change> changes) {
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    ZoneOffsets {
        changes = List.copyOf(changes);
    }

    /**
     * A change of the offset.
     *
     * @param instant when it happens, in seconds from 1970 in UTC
     * @param local from which local time on the new offset is the one to take, in seconds from 1970: behind the gap, or
     *     behind the hour that comes twice
     * @param offset the new offset, in seconds
     * @param repeated how many seconds of local time come twice; 0 where there is a gap
     */
    record Change(long instant, long local, int offset, long repeated) {
        static Change of(ZoneOffsetTransition transition) {
            LocalDateTime before = transition.getDateTimeBefore();
            LocalDateTime after = transition.getDateTimeAfter();
            LocalDateTime later = before.isAfter(after) ? before : after;
            return new Change(
                    transition.toEpochSecond(),
                    later.toEpochSecond(ZoneOffset.UTC),
                    transition.getOffsetAfter().getTotalSeconds(),
                    Math.max(0, -transition.getDuration().toSeconds()));
        }
    }

    static ZoneOffsets of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        ZoneOffset first = rules.getOffset(Instant.MIN);
        List<Change> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.MIN);
        while (next != null && next.getInstant().isBefore(END)) {
            changes.add(Change.of(next));
            next = rules.nextTransition(next.getInstant());
        }
        return new ZoneOffsets(first.getTotalSeconds(), changes);
    }

    /** The different lengths of local time that come twice. */
    List<Long> repeatedSeconds() {
        return changes.stream()
                .map(Change::repeated)
                .filter(seconds -> seconds > 0)
                .distinct()
                .sorted()
                .toList();
    }
}
