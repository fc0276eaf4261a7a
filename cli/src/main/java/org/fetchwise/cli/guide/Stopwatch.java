package org.fetchwise.cli.guide;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fetchwise.cli.guide.Measurement.Cost;

/** Measures what code takes on the current thread, after it has been warmed. */
final class Stopwatch {
    private static final int FEWEST_RUNS = 3;
    private static final int MOST_RUNS = 500;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Duration warming;
    private final Duration measuring;

    /**
     * Creates a stopwatch.
     *
     * @param warming for how long code is run before it is measured
     * @param measuring for how long it is measured
     */
    Stopwatch(Duration warming, Duration measuring) {
        this.warming = warming;
        this.measuring = measuring;
    }

    /**
     * {@return the least of several runs, after others that were not measured} What other programs do meanwhile can make a
     * run slower, but never faster.
     *
     * @param around runs what it is given, with something before and after that is not measured
     * @param code the code
     */
    Cost measure(Consumer<Runnable> around, Runnable code) {
        repeat(around, code, warming);
        return repeat(around, code, measuring).stream().reduce(Cost::least).orElseThrow();
    }

    /**
     * {@return what a single run takes}
     *
     * @param around runs what it is given, with something before and after that is not measured
     * @param code the code
     */
    Cost measureOnce(Consumer<Runnable> around, Runnable code) {
        List<Cost> costs = new ArrayList<>();
        around.accept(() -> costs.add(once(code)));
        return costs.getFirst();
    }

    private List<Cost> repeat(Consumer<Runnable> around, Runnable code, Duration time) {
        List<Cost> costs = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        do {
            around.accept(() -> costs.add(once(code)));
        } while (costs.size() < FEWEST_RUNS || (costs.size() < MOST_RUNS && System.nanoTime() < end));
        return costs;
    }

    private Cost once(Runnable code) {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        code.run();
        long nanos = System.nanoTime() - begun;
        return new Cost(
                nanos / 1e6,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e6,
                threads.getCurrentThreadAllocatedBytes() - allocated);
    }
}
