package org.fetchwise.blackbox.library;

import jakarta.persistence.EnumeratedValue;

/** How well something has been kept, stored by its points. */
public enum Grade {
    POOR(10),
    FAIR(50),
    GOOD(90);

    @EnumeratedValue
    private final int points;

    Grade(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }
}
