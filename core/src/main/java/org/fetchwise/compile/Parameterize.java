package org.fetchwise.compile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Combination;
import org.fetchwise.query.DateRanges;
import org.fetchwise.query.Fetching;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.QueryWalk;
import org.fetchwise.query.Simplify;
import org.fetchwise.query.Slice;
import org.fetchwise.query.Source;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.query.Tuples;
import org.fetchwise.query.Write;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of a query and puts slots in: what is left is its shape, the same for all queries that have the same
 * text. NULL is part of the shape, the length of a list is not, and neither is an offset or a large limit. What does not
 * change the statement (prefetches, fetch mode) is left out of the shape. Serves one query.
 */
final class Parameterize {
    /** A limit up to this stands in the text, where the database's planner sees it. */
    private static final long LARGEST_INLINED_LIMIT = 1_000;

    private final Supplier<Instant> clock;
    private final List<@Nullable Object> values = new ArrayList<>();
    /** Terms that stand for one value however often they occur: their values are the same slots everywhere. */
    private final Set<Term> shared = new HashSet<>();

    private final Map<Term, Term> lifted = new HashMap<>();
    private final Map<Source, Source> sources = new HashMap<>();
    private final Map<ToManyAttribute, ToManyAttribute> relations = new HashMap<>();
    private int nowSlot = -1;

    private final ZoneId zone;

    private Parameterize(Supplier<Instant> clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** A shape and the values of its slots. */
    @SuppressWarnings("ArrayRecordComponent")
    record Lifted(Query shape, @Nullable Object[] values) {}

    static Lifted lift(Query query, Supplier<Instant> clock, ZoneId zone) {
        Parameterize lifting = new Parameterize(clock, zone);
        Query shape = lifting.query(query);
        return new Lifted(shape, lifting.values.toArray());
    }

    /** The shape of a change and the values of its slots. */
    @SuppressWarnings("ArrayRecordComponent")
    record LiftedWrite(Write shape, @Nullable Object[] values) {}

    static LiftedWrite lift(Write write, Supplier<Instant> clock, ZoneId zone) {
        Parameterize lifting = new Parameterize(clock, zone);
        Query rows = lifting.query(write.rows().withProjection(Projection.Entities.PLAIN));
        Write shape = switch (write) {
            case Write.Deleting deleting -> new Write.Deleting(rows);
            case Write.Updating updating ->
                new Write.Updating(
                        rows,
                        updating.sets().stream()
                                .map(set -> new Write.SetColumn(set.column(), lifting.term(set.value())))
                                .toList(),
                        updating.returning());
        };
        return new LiftedWrite(shape, lifting.values.toArray());
    }

    private Query query(Query given) {
        Query query = Source.carried(given);
        Owners owners = query.owners();
        for (Clause clause : query.clauses()) {
            if (clause instanceof Clause.Annotate annotate) {
                shared.add(annotate.term());
            }
        }
        if (query.grouping() != null) {
            shared.addAll(query.grouping());
        }
        if (query.combined() != null
                && query.combined().parts().getFirst().projection() instanceof Projection.Values values) {
            values.items().forEach(item -> shared.add(item.term()));
        }
        Query shape = QueryWalk.rebuild(spread(withoutParts(query)), this::term)
                .withSource(source(query.source()))
                .withOwners(
                        owners == null ? null : new Owners(owners.owner(), owners.relation(), values(owners.keys())));
        Combination combined = query.combined();
        if (combined != null) {
            List<Query> parts = combined.parts().stream().map(this::query).toList();
            shape = shape.combining(new Combination(combined.operator(), combined.all(), parts));
        }
        return shape.withSlice(slice(query.slice())).withPrefetches(List.of()).with(Fetching.AS_HANDLE);
    }

    /** The same rows have the same slots wherever they are read, for they stand in the statement once. */
    private @Nullable Source source(@Nullable Source source) {
        if (source == null) {
            return null;
        }
        Source before = sources.get(source);
        if (before == null) {
            before = new Source(source.name(), query(source.query()));
            sources.put(source, before);
        }
        return before;
    }

    /** Each part of a value of several columns orders by itself. */
    private static Query spread(Query query) {
        if (query.ordering().stream().noneMatch(order -> order.value() instanceof Term.Tuple)) {
            return query;
        }
        return query.orderedBy(query.ordering().stream()
                .flatMap(order -> Tuples.spread(order).stream())
                .toList());
    }

    private static Query withoutParts(Query query) {
        return query.combined() == null ? query : query.combining(null);
    }

    private Slice slice(Slice slice) {
        int offsetSlot = slice.offset() == 0 ? -1 : slot(slice.offset());
        int limitSlot = slice.limit() <= LARGEST_INLINED_LIMIT ? -1 : slot(slice.limit());
        return new Slice(
                offsetSlot < 0 ? 0 : 1,
                limitSlot < 0 ? slice.limit() : LARGEST_INLINED_LIMIT + 1,
                offsetSlot,
                limitSlot);
    }

    private Term term(Term term) {
        Term spread = term instanceof Term.Condition ? Tuples.spread(term) : null;
        if (spread != null) {
            return term(spread);
        }
        boolean once = term instanceof Term.Aggregate || term instanceof Term.Windowed || term instanceof Term.Given;
        if (!once && !shared.contains(term)) {
            return separate(term);
        }
        Term before = lifted.get(term);
        if (before == null) {
            before = separate(term);
            lifted.put(term, before);
        }
        return before;
    }

    private Term separate(Term term) {
        return switch (term) {
            case Term.Literal literal
            when literal.value() != null ->
                new Term.Slot(slot(stored(literal.value(), literal.type())), literal.type());
            case Term.Now now -> new Term.Slot(now(), ValueType.INSTANT);
            case Term.Compare compare -> TermWalk.rebuild(DateRanges.of(zoned(compare)), this::term);
            case Term.Between between -> TermWalk.rebuild(DateRanges.of(zoned(between)), this::term);
            case Term.Local local -> local(local);
            case Term.OfLocal local -> ofLocal(local);
            case Term.In in -> new Term.In(term(in.value()), values(in.values()));
            case Term.Quantified quantified ->
                new Term.Quantified(quantified.quantifier(), path(quantified.rows()), optional(quantified.condition()));
            case Term.Aggregate aggregate ->
                new Term.Aggregate(
                        aggregate.function(),
                        path(aggregate.rows()),
                        optional(aggregate.argument()),
                        aggregate.distinct(),
                        optional(aggregate.filter()),
                        optional(aggregate.rowFilter()),
                        aggregate.type(),
                        options(aggregate.options()));
            case Term.Column column
            when column.path().isFiltered() -> new Term.Column(path(column.path()), column.attribute());
            case Term.Rows rows -> new Term.Rows(path(rows.path()));
            case Term.Given given -> new Term.Given(term(given.key()), values(given.entries()), given.type());
            case Term.Outer outer -> new Term.Outer(term(outer.value()));
            case Term.Exists exists ->
                exists.query().isEmpty() ? Simplify.FALSE : new Term.Exists(query(exists.query()));
            case Term.Related related -> related.key();
            case Term.Distance distance ->
                distance.walk().start().isEmpty()
                        ? new Term.Literal(null, distance.type())
                        : new Term.Distance(walk(distance.walk()), term(distance.key()));
            case Term.Subselect subselect ->
                subselect.query().isEmpty()
                        ? new Term.Literal(null, subselect.type())
                        : new Term.Subselect(query(subselect.query()), subselect.type());
            case Term other -> TermWalk.rebuild(other, this::term);
        };
    }

    /** The values of the conditions of relations have the same slots wherever their rows are spoken of. */
    private Path path(Path path) {
        if (!path.isFiltered()) {
            return path;
        }
        Path lifted = Path.of(path.root());
        for (RelationAttribute step : path.steps()) {
            boolean filtered = step instanceof ToManyAttribute many && many.condition() != null;
            lifted = lifted.then(filtered ? filtered((ToManyAttribute) step) : step);
        }
        return lifted;
    }

    private ToManyAttribute filtered(ToManyAttribute relation) {
        ToManyAttribute before = relations.get(relation);
        if (before == null) {
            Term condition = term((Term) Objects.requireNonNull(relation.condition()));
            before = relation.filtered((Term.Condition) condition);
            relations.put(relation, before);
        }
        return before;
    }

    /** The zone of the handle where a term names none, in what a condition compares. */
    private Term zoned(Term condition) {
        return TermWalk.rebuild(condition, this::inZone);
    }

    private Term inZone(Term term) {
        return switch (term) {
            case Term.Local local -> new Term.Local(local.instant(), zoneOf(local.zone()));
            case Term.OfLocal local -> new Term.OfLocal(inZone(local.local()), zoneOf(local.zone()));
            case Term.Call call -> TermWalk.rebuild(call, this::inZone);
            case Term other -> other;
        };
    }

    private ZoneId zoneOf(@Nullable ZoneId named) {
        return named == null ? zone : named;
    }

    /** In UTC an instant is taken as it is kept. */
    private Term local(Term.Local local) {
        ZoneId named = zoneOf(local.zone());
        Term instant = term(local.instant());
        return isUtc(named) ? instant : new Term.Local(instant, named);
    }

    private Term ofLocal(Term.OfLocal local) {
        ZoneId named = zoneOf(local.zone());
        Term value = term(local.local());
        if (!isUtc(named)) {
            return new Term.OfLocal(value, named);
        }
        return value instanceof Term.Call call
                ? new Term.Call(call.function(), call.arguments(), ValueType.INSTANT)
                : value;
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private Term.AggregateOptions options(Term.AggregateOptions options) {
        return options.equals(Term.AggregateOptions.NONE)
                ? options
                : new Term.AggregateOptions(
                        options.parameters().stream().map(this::term).toList(),
                        TermWalk.orders(options.order(), this::term));
    }

    private @Nullable Term optional(@Nullable Term term) {
        return term == null ? null : term(term);
    }

    private Term.Values values(Term.Values given) {
        return switch (given) {
            case Term.ListOf list when list.values().isEmpty() -> list;
            case Term.QueryValues subquery
            when subquery.query().isEmpty() -> new Term.ListOf(List.of(), ValueType.UNKNOWN);
            case Term.ListOf list when !list.type().parts().isEmpty() -> rows(list);
            case Term.ListOf list -> new Term.ListSlot(slot(stored(list)), list.type());
            case Term.OneOf one
            when one.value() instanceof Term.Literal literal
                    && !literal.type().parts().isEmpty() -> row(literal);
            case Term.OneOf one -> new Term.OneOf(term(one.value()));
            case Term.QueryValues subquery -> new Term.QueryValues(query(subquery.query()));
            case Term.Walk walk when walk.start().isEmpty() -> new Term.ListOf(List.of(), ValueType.UNKNOWN);
            case Term.Walk walk -> walk(walk);
            case Term.ListSlot slot -> slot;
            case Term.RowSlots slots -> slots;
            case Term.OneRow row -> row;
        };
    }

    private Term.Walk walk(Term.Walk walk) {
        return new Term.Walk(query(walk.start()), walk.step(), walk.limit());
    }

    /** The values in stored form; each once where Java knows which are equal. */
    private static Collection<@Nullable Object> stored(Term.ListOf list) {
        StorageType storage = list.type().storage();
        int size = list.values().size();
        Collection<@Nullable Object> stored =
                storage.isComparedAsInJava() ? LinkedHashSet.newLinkedHashSet(size) : new ArrayList<>(size);
        for (Object value : list.values()) {
            stored.add(
                    switch (stored(value, list.type())) {
                        case Byte number when storage.isWhole() -> number.longValue();
                        case Short number when storage.isWhole() -> number.longValue();
                        case Integer number when storage.isWhole() -> number.longValue();
                        case null, default -> stored(value, list.type());
                    });
        }
        return stored;
    }

    /** One list for each column, its values in the order of the rows. */
    private Term.RowSlots rows(Term.ListOf list) {
        List<ValueType<?>> types = list.type().parts();
        List<List<@Nullable Object>> columns = new ArrayList<>(types.size());
        types.forEach(type -> columns.add(new ArrayList<>(list.values().size())));
        for (Object value : list.values()) {
            List<@Nullable Object> parts = list.type().partsOf(value);
            for (int at = 0; at < types.size(); at++) {
                columns.get(at).add(stored(Objects.requireNonNull(parts.get(at)), types.get(at)));
            }
        }
        List<Term.ListSlot> slots = new ArrayList<>(types.size());
        for (int at = 0; at < types.size(); at++) {
            slots.add(new Term.ListSlot(slot(columns.get(at)), types.get(at)));
        }
        return new Term.RowSlots(slots);
    }

    private Term.OneRow row(Term.Literal literal) {
        List<@Nullable Object> parts = literal.type().partsOf(literal.value());
        List<Term.Slot> slots = new ArrayList<>(parts.size());
        for (int at = 0; at < parts.size(); at++) {
            ValueType<?> type = literal.type().parts().get(at);
            slots.add(new Term.Slot(slot(stored(Objects.requireNonNull(parts.get(at)), type)), type));
        }
        return new Term.OneRow(slots);
    }

    private int now() {
        if (nowSlot < 0) {
            nowSlot = slot(clock.get());
        }
        return nowSlot;
    }

    private int slot(@Nullable Object value) {
        values.add(value);
        return values.size() - 1;
    }

    private static @Nullable Object stored(Object value, ValueType<?> type) {
        if (type.javaType().isInstance(value)) {
            return type.stored(value);
        }
        if (value instanceof Number && type.storage().isNumber()) {
            return value;
        }
        throw new QueryException("A value of type " + value.getClass().getSimpleName() + " is compared with a "
                + type.javaType().getSimpleName() + ".");
    }
}
