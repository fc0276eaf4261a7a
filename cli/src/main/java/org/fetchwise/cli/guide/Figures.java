package org.fetchwise.cli.guide;

import java.util.Locale;

/** Writes figures for people: thousands grouped, units chosen, no more digits than say something. */
final class Figures {
    private static final double KILO = 1024;

    private Figures() {}

    /** {@return a whole number with its thousands grouped} */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return a time in milliseconds} */
    static String time(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.2f ms" : "%,.1f ms", milliseconds);
    }

    /** {@return an amount of memory} */
    static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < KILO * KILO
                ? String.format(Locale.ROOT, "%.1f KB", bytes / KILO)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / (KILO * KILO));
    }

    /** {@return a saving in percent as a change: what was saved has a minus sign} */
    static String change(double saving) {
        String digits = String.format(Locale.ROOT, Math.abs(saving) >= 99 ? "%.1f" : "%.0f", Math.abs(saving));
        if (digits.equals("0")) {
            return "±0 %";
        }
        // A saving of all but one in ten thousand is not a saving of all.
        String honest = digits.equals("100.0") && saving < 100 ? "99.9" : digits;
        return (saving > 0 ? "−" : "+") + honest + " %";
    }

    /** {@return a metric's value with its unit} */
    static String of(Metric metric, Measurement measurement) {
        double value = metric.of(measurement);
        return switch (metric) {
            case QUERIES, ROWS -> count((long) value);
            case MILLISECONDS, CPU -> time(value);
            case ALLOCATED_BYTES, VALUE_BYTES -> bytes((long) value);
        };
    }
}
