package org.fetchwise.cli.guide;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fetchwise.cli.guide.Measurement.Cost;

/** Measures what code takes on the current thread, after it has been warmed. */
final class Stopwatch {
    private static final int FEWEST_RUNS = 3;
    private static final int MOST_RUNS = 500;
    private static final long WARMING_NANOS = 400_000_000;
    private static final long MEASURING_NANOS = 250_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * {@return the least of several runs, after others that were not measured} What other programs do meanwhile can make a
     * run slower, but never faster.
     *
     * @param code the code
     */
    Cost measure(Runnable code) {
        repeat(code, WARMING_NANOS);
        List<Cost> costs = repeat(code, MEASURING_NANOS);
        return new Cost(least(costs, Cost::milliseconds), least(costs, Cost::cpuMilliseconds), (long)
                least(costs, Cost::allocatedBytes));
    }

    private List<Cost> repeat(Runnable code, long nanos) {
        List<Cost> costs = new ArrayList<>();
        long end = System.nanoTime() + nanos;
        do {
            costs.add(once(code));
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

    private static double least(List<Cost> costs, ToDoubleFunction<Cost> value) {
        return costs.stream().mapToDouble(value).min().orElseThrow();
    }
}
