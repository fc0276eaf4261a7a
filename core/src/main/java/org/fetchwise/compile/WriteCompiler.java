package org.fetchwise.compile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.plan.PlannedWrite;
import org.fetchwise.plan.Planner;
import org.fetchwise.plan.WritePlanner;
import org.fetchwise.query.Query;
import org.fetchwise.query.Write;
import org.fetchwise.sql.Update;
import org.jspecify.annotations.Nullable;

/** Compiles changes of the rows of queries for one database, each shape once. Safe for use by several threads. */
public final class WriteCompiler {
    /** So many shapes are kept; a program that builds shapes without end starts anew. */
    private static final int LARGEST_CACHE = 10_000;

    private final Dialect dialect;
    private final Supplier<Instant> clock;
    private final ZoneId zone;
    private final Function<EntityMeta<?>, Set<String>> deleted;
    private final WritePlanner planner;
    private final Map<Write, CompiledWrite> cache;

    /**
     * Creates a compiler.
     *
     * @param dialect the database
     * @param clock the time that {@code now()} gives
     * @param deleted the tables that change when rows of an entity are deleted, its own among them
     */
    public WriteCompiler(Dialect dialect, Supplier<Instant> clock, Function<EntityMeta<?>, Set<String>> deleted) {
        this(dialect, clock, ZoneOffset.UTC, deleted, new ConcurrentHashMap<>());
    }

    private WriteCompiler(
            Dialect dialect,
            Supplier<Instant> clock,
            ZoneId zone,
            Function<EntityMeta<?>, Set<String>> deleted,
            Map<Write, CompiledWrite> cache) {
        this.dialect = dialect;
        this.deleted = deleted;
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
        return new WriteCompiler(dialect, otherClock, otherZone, deleted, cache);
    }

    /**
     * What columns are set to, in expressions that call the table by its own name.
     *
     * @param sets the columns and the expressions
     * @param values the values of the expressions' slots, which begin with 0
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record BoundSets(
            List<Update.SetColumn> sets, @Nullable Object[] values) {}

    /**
     * {@return what becomes of columns of rows that an upsert finds}
     *
     * @param entity the entity
     * @param sets the columns and what they are set to
     */
    public BoundSets bind(EntityMeta<?> entity, List<Write.SetColumn> sets) {
        Write update = new Write.Updating(Query.of(entity).orderedBy(List.of()), sets);
        Parameterize.LiftedWrite lifted = Parameterize.lift(update, clock, zone);
        return new BoundSets(planner.sets((Write.Updating) lifted.shape()), lifted.values());
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
            compiled = new CompiledWrite(dialect.render(planned.statement()), planned.reads(), written(write));
            if (cache.size() >= LARGEST_CACHE) {
                cache.clear();
            }
            cache.put(lifted.shape(), compiled);
        }
        return new BoundWrite(compiled, lifted.values());
    }

    private Set<String> written(Write write) {
        EntityMeta<?> entity = write.rows().entity();
        return switch (write) {
            case Write.Updating updating -> Set.of(entity.table());
            case Write.Deleting deleting -> deleted.apply(entity);
        };
    }
}
