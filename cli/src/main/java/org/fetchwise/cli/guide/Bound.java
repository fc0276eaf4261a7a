package org.fetchwise.cli.guide;

import java.util.Locale;
import java.util.function.ToLongFunction;
import org.fetchwise.example.blog.data.BlogFacts;
import org.jspecify.annotations.Nullable;

/** What a variant must keep to. */
public sealed interface Bound {
    /**
     * {@return by how much it was missed, as in {@code queries 7 > 5}, or null where it was kept}
     *
     * @param measurement what the variant did
     * @param bad what the bad variant did, or null where there is none
     * @param facts what is true of the rows
     */
    @Nullable
    String missed(Measurement measurement, @Nullable Measurement bad, BlogFacts facts);

    /**
     * An exact number.
     *
     * @param metric what is measured
     * @param value the number
     */
    record Exactly(Metric metric, ToLongFunction<BlogFacts> value) implements Bound {
        @Override
        public @Nullable String missed(Measurement measurement, @Nullable Measurement bad, BlogFacts facts) {
            long actual = (long) metric.of(measurement);
            long expected = value.applyAsLong(facts);
            return actual == expected ? null : metric.key() + " " + actual + " ≠ " + expected;
        }
    }

    /**
     * A greatest number.
     *
     * @param metric what is measured
     * @param most the number
     */
    record AtMost(Metric metric, ToLongFunction<BlogFacts> most) implements Bound {
        @Override
        public @Nullable String missed(Measurement measurement, @Nullable Measurement bad, BlogFacts facts) {
            long actual = (long) metric.of(measurement);
            long limit = most.applyAsLong(facts);
            return actual <= limit ? null : metric.key() + " " + actual + " > " + limit;
        }
    }

    /**
     * A least number.
     *
     * @param metric what is measured
     * @param least the number
     */
    record AtLeast(Metric metric, ToLongFunction<BlogFacts> least) implements Bound {
        @Override
        public @Nullable String missed(Measurement measurement, @Nullable Measurement bad, BlogFacts facts) {
            long actual = (long) metric.of(measurement);
            long limit = least.applyAsLong(facts);
            return actual >= limit ? null : metric.key() + " " + actual + " < " + limit;
        }
    }

    /**
     * A least saving against the bad variant.
     *
     * @param metric what is measured
     * @param percent the saving in percent
     */
    record Saving(Metric metric, int percent) implements Bound {
        @Override
        public @Nullable String missed(Measurement measurement, @Nullable Measurement bad, BlogFacts facts) {
            if (bad == null) {
                return metric.key() + " cannot be compared: the bad variant gave no numbers";
            }
            double saving = metric.saving(bad, measurement);
            return saving >= percent
                    ? null
                    : String.format(Locale.ROOT, "%s %+.1f %% > -%d %%", metric.key(), -saving, percent);
        }
    }

    /**
     * An index that the database says it uses for the last statement.
     *
     * @param index the name of the index
     */
    record UsesIndex(String index) implements Bound {
        @Override
        public @Nullable String missed(Measurement measurement, @Nullable Measurement bad, BlogFacts facts) {
            return measurement.plan().contains(index) ? null : "EXPLAIN does not name the index " + index;
        }
    }

    /**
     * The only value that is printed.
     *
     * @param value the value
     */
    record Prints(Object value) implements Bound {
        @Override
        public @Nullable String missed(Measurement measurement, @Nullable Measurement bad, BlogFacts facts) {
            Answer expected = new Answer();
            expected.print(value);
            return measurement.answer().equals(expected.digest()) ? null : "the answer is not " + value;
        }
    }
}
