package org.fetchwise.cli.guide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.fetchwise.cli.guide.Scenario.Attempt;
import org.fetchwise.cli.guide.Scenario.Expected;
import org.fetchwise.cli.guide.Scenario.Part;
import org.fetchwise.cli.guide.Scenario.Premise;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.example.blog.data.BlogFacts;
import org.jspecify.annotations.Nullable;

/** Runs rows of the guide and holds them against their bounds. Not safe for use by several threads. */
public final class GuideRun {
    /** How often a time that is too long is measured again before it counts. */
    private static final int REPEATS = 2;

    private final Laboratory laboratory;
    private final BlogFacts facts;
    private final Progress progress;

    /**
     * Prepares a run.
     *
     * @param connections the connections to a database that holds the blog's rows; the caller closes them
     * @param facts what is true of the rows
     * @param progress follows the run
     */
    public GuideRun(DataSource connections, BlogFacts facts, Progress progress) {
        this(connections, facts, progress, new Stopwatch(Duration.ofMillis(400), Duration.ofMillis(250)));
    }

    GuideRun(DataSource connections, BlogFacts facts, Progress progress, Stopwatch stopwatch) {
        this.laboratory = new Laboratory(connections, facts, stopwatch);
        this.facts = facts;
        this.progress = progress;
    }

    /**
     * {@return how each variant went, in order}
     *
     * @param scenarios the rows to run
     */
    public List<Result> run(List<Scenario> scenarios) {
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            results.addAll(run(scenario));
        }
        return results;
    }

    private List<Result> run(Scenario scenario) {
        List<Result> results = new ArrayList<>();
        Map<String, Measurement> firstByAnswer = new HashMap<>();
        Map<String, Measurement> badByAnswer = new HashMap<>();
        for (Part part : scenario.parts()) {
            for (Attempt attempt : part.attempts()) {
                Result result =
                        run(scenario, part, attempt, firstByAnswer.get(part.answer()), badByAnswer.get(part.answer()));
                Measurement measurement = result.measurement();
                if (measurement != null) {
                    firstByAnswer.putIfAbsent(part.answer(), measurement);
                    if (attempt.variant() == Variant.BAD) {
                        badByAnswer.put(part.answer(), measurement);
                    }
                }
                results.add(result);
                progress.done(result);
            }
        }
        return results;
    }

    private Result run(
            Scenario scenario, Part part, Attempt attempt, @Nullable Measurement first, @Nullable Measurement bad) {
        progress.begins(scenario.id() + " " + attempt.variant().title());
        List<String> missed = new ArrayList<>();
        for (Premise premise : scenario.premises()) {
            if (!premise.holds().test(facts)) {
                missed.add("the rows do not show it: not true that " + premise.claim());
            }
        }
        try {
            Laboratory.Counted counted = laboratory.count(attempt, scenario.change());
            missed.addAll(faults(counted, part.expected(), first));
            Measurement measurement = counted.with(laboratory.measure(attempt, scenario.change()));
            List<String> bounds = misses(attempt, measurement, bad);
            for (int repeat = 0; repeat < REPEATS && !bounds.isEmpty(); repeat++) {
                measurement = measurement.with(laboratory.measure(attempt, scenario.change()));
                bounds = misses(attempt, measurement, bad);
            }
            missed.addAll(bounds);
            return new Result(scenario, part, attempt.variant(), measurement, bad, missed);
        } catch (FetchwiseException failure) {
            missed.add("failed: " + failure.getMessage());
            return new Result(scenario, part, attempt.variant(), null, bad, missed);
        }
    }

    private static List<String> faults(Laboratory.Counted counted, Expected expected, @Nullable Measurement first) {
        List<String> faults = new ArrayList<>();
        if (counted.isEmpty()) {
            faults.add("the answer is empty");
        }
        if (counted.told() != counted.queries()) {
            faults.add("the listener was told of " + counted.told() + " statements, the connections saw "
                    + counted.queries());
        }
        if (first != null) {
            boolean same = first.answer().equals(counted.answer());
            switch (expected) {
                case SAME -> {
                    if (!same) {
                        faults.add("the answer differs from the first variant's");
                    }
                }
                case DIFFERS -> {
                    if (same) {
                        faults.add("the answer is the first variant's, and was meant to show a difference");
                    }
                }
            }
        }
        return faults;
    }

    private List<String> misses(Attempt attempt, Measurement measurement, @Nullable Measurement bad) {
        return attempt.bounds().stream()
                .map(bound -> bound.missed(measurement, bad, facts))
                .filter(Objects::nonNull)
                .toList();
    }
}
