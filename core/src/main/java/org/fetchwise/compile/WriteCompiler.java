package org.fetchwise.compile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.plan.PlannedWrite;
import org.fetchwise.plan.Planner;
import org.fetchwise.plan.WritePlanner;
import org.fetchwise.query.Write;

/** Compiles changes of the rows of queries for one database, each shape once. Safe for use by several threads. */
public final class WriteCompiler {
    /** So many shapes are kept; a program that builds shapes without end starts anew. */
    private static final int LARGEST_CACHE = 10_000;

    private final Dialect dialect;
    private final Supplier<Instant> clock;
    private final ZoneId zone;
    private final WritePlanner planner;
    private final Map<Write, CompiledWrite> cache;

    /**
     * Creates a compiler.
     *
     * @param dialect the database
     * @param clock the time that {@code now()} gives
     */
    public WriteCompiler(Dialect dialect, Supplier<Instant> clock) {
        this(dialect, clock, ZoneOffset.UTC, new ConcurrentHashMap<>());
    }

    private WriteCompiler(Dialect dialect, Supplier<Instant> clock, ZoneId zone, Map<Write, CompiledWrite> cache) {
        this.dialect = dialect;
        this.clock = clock;
        this.zone = zone;
        this.planner = new WritePlanner(new Planner());
        this.cache = cache;
    }

    /**
     * {@return a compiler with another clock and zone, and the same compiled shapes}
     *
     * @param otherClock the time that {@code now()} gives
     * @param otherZone the zone in which days begin
     */
    public WriteCompiler with(Supplier<Instant> otherClock, ZoneId otherZone) {
        return new WriteCompiler(dialect, otherClock, otherZone, cache);
    }

    /**
     * {@return the compiled shape of a change, and its values}
     *
     * @param write the change
     */
    public BoundWrite bind(Write write) {
        Parameterize.LiftedWrite lifted = Parameterize.lift(write, clock, zone);
        CompiledWrite compiled = cache.get(lifted.shape());
        if (compiled == null) {
            PlannedWrite planned = planner.plan(lifted.shape());
            compiled = new CompiledWrite(dialect.render(planned.statement()), planned.reads(), planned.writes());
            if (cache.size() >= LARGEST_CACHE) {
                cache.clear();
            }
            cache.put(lifted.shape(), compiled);
        }
        return new BoundWrite(compiled, lifted.values());
    }
}
