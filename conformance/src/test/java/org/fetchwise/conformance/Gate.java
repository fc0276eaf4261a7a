package org.fetchwise.conformance;

import java.util.Set;

/** What may fail: cases about something that the library does not have yet. */
final class Gate {
    /** They lock rows. */
    static final Set<String> OUTSIDE = Set.of(
            "writes-select-for-update-skip",
            "writes-select-for-update-both-error",
            "writes-select-for-update-nullable");

    private Gate() {}

    static boolean holds(Verdict verdict) {
        return verdict.status() != Verdict.Status.FAILED || OUTSIDE.contains(verdict.id());
    }
}
