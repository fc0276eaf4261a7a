package org.fetchwise.conformance;

import org.jspecify.annotations.Nullable;

/**
 * What came of one case.
 *
 * @param id the case
 * @param family the part of the corpus that it belongs to
 * @param status whether it passed
 * @param rule the rule by which it deviates, or null
 * @param reason why it did not pass, or null
 * @param queries how many statements it took, or null where it was not run
 */
public record Verdict(
        String id,
        String family,
        Status status,
        @Nullable String rule,
        @Nullable String reason,
        @Nullable Integer queries) {
    /** What may come of a case. */
    public enum Status {
        PASSED,
        /** Another answer than Django's, by a rule. */
        DEVIATION,
        /** Refused by name, for want of a capability of the database. */
        UNSUPPORTED,
        FAILED,
        /** The answer is that of one engine alone, and this is another. */
        SKIPPED
    }
}
