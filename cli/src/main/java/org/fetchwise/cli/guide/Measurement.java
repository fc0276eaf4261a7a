package org.fetchwise.cli.guide;

import java.util.Map;

/**
 * What one variant did and what it took.
 *
 * @param queries how many statements were sent
 * @param rows how many rows were read
 * @param valueBytes the bytes of the values read
 * @param statements the different statements, with how often each was sent
 * @param plan what the database says of how it runs the last statement; empty where nobody asked it
 * @param answer the SHA-256 of what was printed
 * @param cost what a run took
 */
public record Measurement(
        int queries,
        long rows,
        long valueBytes,
        Map<String, Integer> statements,
        String plan,
        String answer,
        Cost cost) {
    /**
     * What a run took, the least of several.
     *
     * @param milliseconds time on the clock
     * @param cpuMilliseconds time that the thread was computing
     * @param allocatedBytes bytes that the thread allocated
     */
    public record Cost(double milliseconds, double cpuMilliseconds, long allocatedBytes) {
        /**
         * {@return the lesser of two costs, each figure by itself}
         *
         * @param other the other cost
         */
        Cost least(Cost other) {
            return new Cost(
                    Math.min(milliseconds, other.milliseconds),
                    Math.min(cpuMilliseconds, other.cpuMilliseconds),
                    Math.min(allocatedBytes, other.allocatedBytes));
        }
    }

    /** {@return the same with what more runs took} */
    Measurement with(Cost more) {
        return new Measurement(queries, rows, valueBytes, statements, plan, answer, cost.least(more));
    }
}
