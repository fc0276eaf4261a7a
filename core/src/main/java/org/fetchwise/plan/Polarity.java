package org.fetchwise.plan;

/**
 * The negations around a condition. An odd number of them turns its meaning, and then it must not be unknown; any number
 * takes it away from the single row: within a negation, a condition over a to-many relation asks for any related row.
 */
enum Polarity {
    /** Within no negation. */
    PLAIN,
    /** Within an odd number of negations. */
    NEGATED,
    /** Within an even number of them. */
    RESTORED;

    /** Within one negation more. */
    Polarity negated() {
        return this == NEGATED ? RESTORED : NEGATED;
    }

    /** As a value, true or not: unknown is as good as false there, whatever the negations around. */
    Polarity asValue() {
        return this == PLAIN ? PLAIN : RESTORED;
    }
}
