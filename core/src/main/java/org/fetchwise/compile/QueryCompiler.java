package org.fetchwise.compile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.plan.Planned;
import org.fetchwise.plan.Planner;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.Select;

/** Compiles queries for one database, each shape once. Safe for use by several threads. */
public final class QueryCompiler {
    /** So many shapes are kept; a program has a few hundred, one that builds shapes without end starts anew. */
    private static final int LARGEST_CACHE = 10_000;

    private final Dialect dialect;
    private final Supplier<Instant> clock;
    private final ZoneId zone;
    private final Planner planner = new Planner();
    private final Map<Query, Compiled> cache;
    private final AtomicLong compilations;
    private final WriteCompiler writes;

    /**
     * Creates a compiler for entities whose rows take no others along when they are deleted.
     *
     * @param dialect the database
     * @param clock the time that {@code now()} gives
     */
    public QueryCompiler(Dialect dialect, Supplier<Instant> clock) {
        this(dialect, clock, entity -> Set.of(entity.table()));
    }

    /**
     * Creates a compiler.
     *
     * @param dialect the database
     * @param clock the time that {@code now()} gives
     * @param deleted the tables that change when rows of an entity are deleted, its own among them
     */
    public QueryCompiler(Dialect dialect, Supplier<Instant> clock, Function<EntityMeta<?>, Set<String>> deleted) {
        this(
                dialect,
                clock,
                ZoneOffset.UTC,
                new ConcurrentHashMap<>(),
                new AtomicLong(),
                new WriteCompiler(dialect, clock, deleted));
    }

    private QueryCompiler(
            Dialect dialect,
            Supplier<Instant> clock,
            ZoneId zone,
            Map<Query, Compiled> cache,
            AtomicLong compilations,
            WriteCompiler writes) {
        this.dialect = dialect;
        this.clock = clock;
        this.zone = zone;
        this.cache = cache;
        this.compilations = compilations;
        this.writes = writes;
    }

    /**
     * {@return a compiler with another clock and zone, and the same compiled shapes}
     *
     * @param otherClock the time that {@code now()} gives
     * @param otherZone the zone in which days begin
     */
    public QueryCompiler with(Supplier<Instant> otherClock, ZoneId otherZone) {
        return new QueryCompiler(
                dialect, otherClock, otherZone, cache, compilations, writes.with(otherClock, otherZone));
    }

    /** {@return what compiles changes for the same database, with the same clock and zone} */
    public WriteCompiler writes() {
        return writes;
    }

    /** {@return how many shapes were compiled so far} */
    public long compilations() {
        return compilations.get();
    }

    /**
     * {@return the compiled shape of a query, and its values}
     *
     * @param query the query
     */
    public Bound bind(Query query) {
        Parameterize.Lifted lifted = Parameterize.lift(query, clock, zone);
        Compiled compiled = cache.get(lifted.shape());
        if (compiled == null) {
            compiled = compile(lifted.shape());
            if (cache.size() >= LARGEST_CACHE) {
                cache.clear();
            }
            cache.put(lifted.shape(), compiled);
        }
        return new Bound(compiled, lifted.values());
    }

    private Compiled compile(Query shape) {
        compilations.incrementAndGet();
        Planned planned = planner.plan(shape);
        return new Compiled(dialect.render(planned.select()), planned.rows(), planned.tables());
    }

    /**
     * {@return the tables that a query reads, those of its prefetches and of its lists of related rows included}
     *
     * @param query the query
     */
    public Set<String> reads(Query query) {
        Set<String> tables = new HashSet<>(bind(query).compiled().reads());
        for (Prefetching prefetch : query.prefetches()) {
            for (RelationAttribute relation : prefetch.path().steps()) {
                addTables(relation, tables);
            }
            if (prefetch.query() != null) {
                tables.addAll(reads(prefetch.query()));
            }
        }
        for (Term.Related related : related(query)) {
            addTables(related.path().last(), tables);
            tables.addAll(reads(related.elements().asQuery()));
        }
        return Set.copyOf(tables);
    }

    private static void addTables(RelationAttribute relation, Set<String> tables) {
        tables.add(relation.target().table());
        if (relation instanceof ToManyAttribute many && many.link() != null) {
            tables.add(many.link().table());
        }
    }

    /** What a query takes of related rows, each with a statement of its own. */
    private static List<Term.Related> related(Query query) {
        List<Term.Related> found = new ArrayList<>();
        if (query.projection() instanceof Projection.Values values) {
            for (Projection.Item item : values.items()) {
                if (item.term() instanceof Term.Related related) {
                    found.add(related);
                }
            }
        }
        return found;
    }

    /**
     * {@return every stage of a query, printed}
     *
     * @param query the query
     */
    public String explain(Query query) {
        Parameterize.Lifted lifted = Parameterize.lift(query, clock, zone);
        Planned planned = planner.plan(lifted.shape());
        Compiled compiled = bind(query).compiled();
        StringBuilder text = new StringBuilder();
        section(text, "query", query);
        section(text, "shape", lifted.shape() + "  with " + lifted.values().length + " values");
        section(text, "plan", PlanText.of(planned.rows()));
        if (!planned.strategies().isEmpty()) {
            section(text, "aggregates", String.join("\n", planned.strategies()));
        }
        section(text, "select", planned.select());
        section(text, "sql (" + dialect.name() + ")", compiled.statement().text());
        section(text, "parameters", compiled.statement().placeholders());
        section(text, "reads", String.join(", ", reads(query).stream().sorted().toList()));
        related(query).forEach(related -> explain(related, text));
        return text.toString();
    }

    /** The statement of what is taken of related rows, for any number of their owners. */
    private void explain(Term.Related related, StringBuilder text) {
        Query query = related.elements().asQuery();
        Parameterize.Lifted lifted = Parameterize.lift(query, clock, zone);
        int slot = lifted.values().length;
        List<ValueType<?>> parts = related.key().type().parts();
        Term.Values keys = parts.isEmpty()
                ? new Term.ListSlot(slot, related.key().type())
                : new Term.RowSlots(IntStream.range(0, parts.size())
                        .mapToObj(at -> new Term.ListSlot(slot + at, parts.get(at)))
                        .toList());
        Owners owners =
                new Owners(related.path().parent().target(), related.path().last(), keys);
        Select select = planner.plan(lifted.shape().withOwners(owners)).select();
        section(
                text,
                "sql of " + related.path() + " for all rows",
                dialect.render(select).text());
        related(query).forEach(within -> explain(within, text));
    }

    private static void section(StringBuilder text, String title, Object content) {
        text.append(title)
                .append('\n')
                .append("    ")
                .append(content.toString().replace("\n", "\n    "))
                .append('\n');
    }
}
