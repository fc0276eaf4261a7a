package org.fetchwise.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case gave.
 *
 * @param answer the answer, or null
 * @param error what was thrown, or null where there is an answer
 * @param statements how many statements it took
 * @param state the answers of the queries that were asked afterwards, empty where there are none
 */
record Outcome(
        @Nullable Object answer,
        @Nullable RuntimeException error,
        int statements,
        List<? extends @Nullable Object> state) {}
