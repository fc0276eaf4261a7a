package org.fetchwise.cli.guide;

import java.util.List;
import org.fetchwise.cli.guide.Scenario.Part;
import org.jspecify.annotations.Nullable;

/**
 * How one variant of one part of a row went.
 *
 * @param scenario the row
 * @param part the part
 * @param variant the variant
 * @param measurement what it did, or null where it failed
 * @param bad what the bad variant with the same answer did, or null where there is none or it failed
 * @param missed what it did not keep to, in words
 */
public record Result(
        Scenario scenario,
        Part part,
        Variant variant,
        @Nullable Measurement measurement,
        @Nullable Measurement bad,
        List<String> missed) {
    /** Copies the list. */
    public Result {
        missed = List.copyOf(missed);
    }

    /** {@return whether it kept to everything} */
    public boolean ok() {
        return missed.isEmpty();
    }
}
