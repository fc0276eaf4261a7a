package org.fetchwise.cli.guide;

/** Something that is measured and has a bound. */
public enum Metric {
    QUERIES("queries"),
    ROWS("rows"),
    VALUE_BYTES("valueBytes"),
    MILLISECONDS("ms"),
    CPU("cpuMs"),
    ALLOCATED_BYTES("allocatedBytes");

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    /** {@return its name in JSON and in messages} */
    public String key() {
        return key;
    }

    /**
     * {@return its value}
     *
     * @param measurement where to find it
     */
    public double of(Measurement measurement) {
        return switch (this) {
            case QUERIES -> measurement.queries();
            case ROWS -> measurement.rows();
            case VALUE_BYTES -> measurement.valueBytes();
            case MILLISECONDS -> measurement.cost().milliseconds();
            case CPU -> measurement.cost().cpuMilliseconds();
            case ALLOCATED_BYTES -> measurement.cost().allocatedBytes();
        };
    }

    /**
     * {@return by how many percent the value has fallen; negative where it has risen, 0 where there was nothing}
     *
     * @param before the measurement to compare with
     * @param after the measurement
     */
    public double saving(Measurement before, Measurement after) {
        double start = of(before);
        return start == 0 ? 0 : 100 * (start - of(after)) / start;
    }
}
