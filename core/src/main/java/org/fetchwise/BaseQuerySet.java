package org.fetchwise;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Assignment;
import org.fetchwise.expr.Column;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Fetch;
import org.fetchwise.expr.Key;
import org.fetchwise.expr.Ordering;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.meta.StorageType;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.SetOperator;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.write.BulkRows;
import org.fetchwise.write.SingleRows;
import org.jspecify.annotations.Nullable;

/**
 * The base of every queryset; the processor writes a subclass for each interface that extends {@link QuerySet}.
 *
 * @param <T> the entity
 * @param <Q> the interface
 */
@SuppressWarnings("exports") // what it is inside is for the library
public abstract class BaseQuerySet<T, Q extends QuerySet<T, Q>> extends TotalSelection<T>
        implements QuerySet<T, Q>, QuerySource {
    private final QueryState<T> state;

    /**
     * Creates a queryset.
     *
     * @param state what it is inside
     */
    protected BaseQuerySet(QueryState<T> state) {
        this.state = state;
    }

    /**
     * {@return a queryset of the same interface}
     *
     * @param state what it is inside
     */
    protected abstract Q with(QueryState<T> state);

    /** {@return this queryset with the interface's default scope; itself where it has none} */
    protected Q scoped() {
        return with(state);
    }

    private static <T> QueryState<T> stateOf(QuerySet<T, ?> querySet) {
        return ((BaseQuerySet<T, ?>) querySet).state;
    }

    /** This queryset as one that begins with the interface's default scope. */
    final Q inDefaultScope() {
        QueryState<T> within = stateOf(scoped());
        List<Clause> added = within.query().clauses();
        if (!within.query().withClauses(List.of()).equals(query())
                || !added.stream().allMatch(Clause.Filter.class::isInstance)) {
            throw new QueryException("A default scope filters and does nothing else, but that of " + query().entity()
                    + " gives more. Leave the rest to a method of its own.\nin query: " + within.query());
        }
        return with(within.scopedBy(added));
    }

    @Override
    public final Q unscoped() {
        List<Clause> scope = state.scope();
        List<Clause> clauses = query().clauses();
        if (clauses.size() < scope.size() || !clauses.subList(0, scope.size()).equals(scope)) {
            throw new QueryException(
                    "The default scope cannot be taken out of a slice, or of rows read like a table: call"
                            + " unscoped() before it."
                            + "\nin query: " + query());
        }
        Query rest = query().withClauses(clauses.subList(scope.size(), clauses.size()));
        return with(state.with(rest).scopedBy(List.of()));
    }

    private Q with(Query query) {
        return with(state.with(query));
    }

    @Override
    public final Query asQuery() {
        return state.query();
    }

    private Query query() {
        return state.query();
    }

    final QueryState<T> state() {
        return state;
    }

    @Override
    final QueryState<T> selecting(List<? extends Expr<? super T, ?>> values) {
        return state.with(QueryBuilding.values(query(), values));
    }

    @Override
    public final Q filterAll(Collection<? extends Condition<? super T>> conditions) {
        return with(QueryBuilding.filter(query(), conditions));
    }

    @Override
    public final Q excludeAll(Collection<? extends Condition<? super T>> conditions) {
        return with(QueryBuilding.exclude(query(), conditions));
    }

    @Override
    public final Q annotateAll(Collection<? extends Expr<? super T, ?>> values) {
        return with(QueryBuilding.annotate(query(), values, true));
    }

    @Override
    public final Q aliasAll(Collection<? extends Expr<? super T, ?>> values) {
        return with(QueryBuilding.annotate(query(), values, false));
    }

    @Override
    public final Grouped<T> groupByAll(Collection<? extends Key<? super T>> keys) {
        return new Grouped<>(state.with(Aggregation.groupedBy(query(), keys)));
    }

    @Override
    @SuppressWarnings("unchecked") // the value has the type of the expression
    public final <V> @Nullable V aggregate(Expr<? super T, V> only) {
        return (V) totals(List.of(only)).values()[0];
    }

    @Override
    public final Row aggregateAll(Collection<? extends Expr<? super T, ?>> values) {
        return totals(List.copyOf(values)).row();
    }

    @Override
    final Totals totals(List<? extends Expr<? super T, ?>> values) {
        return state.database().totals(state.with(Aggregation.totals(query(), values)));
    }

    @Override
    public final Q asTable(String name) {
        return with(QueryBuilding.asTable(query(), name));
    }

    @Override
    public final Q union(QuerySet<T, ?> other, Duplicates duplicates) {
        return combined(SetOperator.UNION, duplicates, other);
    }

    @Override
    public final Q intersection(QuerySet<T, ?> other, Duplicates duplicates) {
        return combined(SetOperator.INTERSECT, duplicates, other);
    }

    @Override
    public final Q difference(QuerySet<T, ?> other, Duplicates duplicates) {
        return combined(SetOperator.EXCEPT, duplicates, other);
    }

    private Q combined(SetOperator operator, Duplicates duplicates, QuerySet<T, ?> other) {
        return with(Sets.combine(query(), operator, duplicates, ((QuerySource) other).asQuery()));
    }

    @Override
    public final Q orderByAll(Collection<? extends Ordering<? super T>> orders) {
        return with(QueryBuilding.orderBy(query(), orders));
    }

    @Override
    public final Q selectRelatedAll(Collection<? extends ToOne<? super T, ?>> paths) {
        return with(QueryBuilding.selectRelated(query(), paths));
    }

    @Override
    public final Q selectForUpdate() {
        return selectForUpdate(Lock.Wait.WAIT);
    }

    @Override
    public final Q selectForUpdate(Lock.Wait wait) {
        return selectForUpdate(wait, List.of());
    }

    @Override
    public final Q selectForUpdate(Lock.Wait wait, Collection<? extends ToOne<? super T, ?>> of) {
        return with(QueryBuilding.selectForUpdate(query(), wait, of));
    }

    @Override
    public final Q selectRelated() {
        return with(QueryBuilding.selectRequired(query()));
    }

    @Override
    public final Q clearSelectRelated() {
        return with(QueryBuilding.clearSelectRelated(query()));
    }

    @Override
    public final Q clearPrefetchRelated() {
        return with(query().withPrefetches(List.of()));
    }

    @Override
    public final Q clearDefer() {
        return with(QueryBuilding.clearDefer(query()));
    }

    @Override
    public final Q prefetchRelatedAll(Collection<? extends Fetch<? super T>> fetches) {
        return with(Prefetches.prefetchRelated(query(), fetches));
    }

    @Override
    public final Q onlyAll(Collection<? extends Column<? super T, ?>> columns) {
        return with(QueryBuilding.only(query(), columns));
    }

    @Override
    public final Q deferAll(Collection<? extends Column<? super T, ?>> columns) {
        return with(QueryBuilding.defer(query(), columns));
    }

    @Override
    public final Q limit(int rows) {
        return with(QueryBuilding.limit(query(), rows));
    }

    @Override
    public final Q offset(int rows) {
        return with(QueryBuilding.offset(query(), rows));
    }

    @Override
    public final Q slice(int from, int to) {
        return with(QueryBuilding.slice(query(), from, to));
    }

    @Override
    public final Q distinct() {
        return with(QueryBuilding.distinct(query()));
    }

    @Override
    public final Q distinctOnAll(Collection<? extends Expr<? super T, ?>> values) {
        return with(QueryBuilding.distinctOn(query(), values));
    }

    @Override
    public final Q reverse() {
        return with(QueryBuilding.reverse(query()));
    }

    @Override
    public final Q none() {
        return with(query().empty());
    }

    @Override
    public final Q fetchMode(FetchMode mode) {
        return with(query().withFetchMode(mode));
    }

    @Override
    public final Q maxPeerRows(int rows) {
        return with(query().withMaxPeerRows(QueryBuilding.peerRows(rows)));
    }

    @Override
    public final List<T> list() {
        return list("list", query());
    }

    @Override
    public final Iterator<T> iterator() {
        return list("iterator", query()).iterator();
    }

    @Override
    public final Stream<T> stream() {
        return state.database().stream(state);
    }

    @Override
    public final void forEachChunk(int size, Consumer<? super List<T>> chunk) {
        if (size < 1) {
            throw new QueryException("A chunk has at least 1 object.\nin query: " + query());
        }
        state.database().forEachChunk(state, size, chunk);
    }

    @Override
    public final Page<T> page(int number, int size) {
        return page(number, size, Long.MAX_VALUE);
    }

    @Override
    public final Page<T> page(int number, int size, long mostCounted) {
        return new Paging<>(state).page(number, size, mostCounted);
    }

    @Override
    public final KeysetPage<T> keyset(int size) {
        return new Paging<>(state).after(size, null);
    }

    @Override
    public final KeysetPage<T> keyset(int size, String cursor) {
        return new Paging<>(state).after(size, cursor);
    }

    @Override
    public final Optional<T> first() {
        return one("first", QueryBuilding.inDefiniteOrder(query()));
    }

    @Override
    public final Optional<T> last() {
        Query ordered = QueryBuilding.inDefiniteOrder(query());
        if (!ordered.slice().isEverything()) {
            throw new QueryException("The last object of a slice is not supported: turn the order round with reverse()"
                    + " before the slice, and take first().\nin query: " + query());
        }
        return one("last", ordered.inReverse());
    }

    @Override
    public final T get() {
        return only("get", query());
    }

    private T only(String terminal, Query query) {
        List<T> found = list(terminal, query.withSlice(query.slice().limited(2)));
        if (found.isEmpty()) {
            throw new NotFoundException("No " + query.entity() + " fulfils the conditions.\nin query: " + query);
        }
        if (found.size() > 1) {
            throw new MultipleFoundException("More than one " + query.entity()
                    + " fulfils the conditions. Narrow them, or take first().\nin query: " + query);
        }
        return found.get(0);
    }

    @Override
    public final T earliest(Ordering<? super T> order) {
        return extreme("earliest", List.of(order), false);
    }

    @Override
    public final T earliestAll(Collection<? extends Ordering<? super T>> orders) {
        return extreme("earliest", orders, false);
    }

    @Override
    public final T latestAll(Collection<? extends Ordering<? super T>> orders) {
        return extreme("latest", orders, true);
    }

    @Override
    public final T at(int position) {
        if (position < 0) {
            throw new QueryException(
                    "at takes a position counted from 0. To count from the end, turn the order round with"
                            + " reverse().\nin query: " + query());
        }
        return one("at", QueryBuilding.offset(query(), position))
                .orElseThrow(() -> new NotFoundException(
                        "There is no " + query().entity() + " at position " + position + ".\nin query: " + query()));
    }

    @Override
    public final List<T> every(int step) {
        Stepping.require(query(), step);
        return Stepping.every(list(), step);
    }

    @Override
    public final Values<T, LocalDate> dates(Expr<? super T, ?> column, DateUnit unit) {
        return beginnings(column, unit, null, StorageType.DATE, LocalDate.class);
    }

    @Override
    public final Values<T, LocalDate> dates(Expr<? super T, ?> column, DateUnit unit, ZoneId zone) {
        return beginnings(column, unit, zone, StorageType.DATE, LocalDate.class);
    }

    @Override
    public final Values<T, Instant> datetimes(Expr<? super T, ?> column, DateUnit unit) {
        return beginnings(column, unit, null, StorageType.INSTANT, Instant.class);
    }

    @Override
    public final Values<T, Instant> datetimes(Expr<? super T, ?> column, DateUnit unit, ZoneId zone) {
        return beginnings(column, unit, zone, StorageType.INSTANT, Instant.class);
    }

    private <V> Values<T, V> beginnings(
            Expr<? super T, ?> column, DateUnit unit, @Nullable ZoneId zone, StorageType wanted, Class<V> type) {
        return Values.beginnings(state.with(QueryBuilding.beginnings(query(), column, unit, zone, wanted)), type);
    }

    @Override
    public final Values<T, Row> values() {
        QueryState<T> all = state.with(QueryBuilding.allValues(query()));
        return new Values<>(all, Values.rowOf(all));
    }

    @Override
    public final T latest(Ordering<? super T> order) {
        return extreme("latest", List.of(order), true);
    }

    private T extreme(String terminal, Collection<? extends Ordering<? super T>> orders, boolean greatest) {
        Query ordered = QueryBuilding.byExtreme(query(), terminal, orders);
        return one(terminal, greatest ? ordered.inReverse() : ordered)
                .orElseThrow(() -> new NotFoundException("No " + query().entity()
                        + " to take the " + terminal
                        + " of. Use orderBy(...).first() where there may be none.\nin query: "
                        + query()));
    }

    private Optional<T> one(String terminal, Query query) {
        List<T> found = list(terminal, query.withSlice(query.slice().limited(1)));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private List<T> list(String terminal, Query query) {
        return state.database().list(state.with(query), terminal);
    }

    @Override
    public final long count() {
        return state.database().count(state);
    }

    @Override
    public final boolean exists() {
        return state.database().exists(state);
    }

    @Override
    public final boolean contains(T object) {
        EntityMeta<T> entity = entity();
        Object key = entity.keyOf(object);
        if (key == null) {
            throw new QueryException("contains needs an object that has a key, but this " + entity
                    + " has none: save it first.\nin query: " + query());
        }
        Term column = Term.key(Path.of(entity));
        Term equal = new Term.Compare(ComparisonOperator.EQUAL, column, new Term.Literal(key, column.type()));
        return state.database().exists(state.with(QueryBuilding.filter(query(), equal)));
    }

    @Override
    public final <K> Map<K, T> inBulk(Collection<K> keys) {
        return inBulk(Term.key(Path.of(entity())), keys);
    }

    @Override
    public final <K> Map<K, T> inBulk(Column<? super T, K> column, Collection<K> values) {
        return inBulk(identifying(column), values);
    }

    @Override
    @SuppressWarnings("unchecked") // the column says of which type its values are
    public final <K> Map<K, T> inBulk(Column<? super T, K> column) {
        Term term = identifying(column);
        requireWhole();
        Query chosen = term instanceof Term.Column attribute ? QueryBuilding.reading(query(), attribute) : query();
        Map<K, T> found = new LinkedHashMap<>();
        for (T object : list("inBulk", chosen)) {
            Object value = valueOf(term, object);
            if (value != null) {
                found.put((K) value, object);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /** The key, or a column that is unique, be it by distinct. */
    private Term identifying(Column<? super T, ?> column) {
        Term given = Lookups.resolve(query(), TermSource.termOf(column));
        Term key = Term.key(Path.of(entity()));
        Term term = given.equals(key) ? key : QueryBuilding.column(query(), column, "inBulk");
        if (!term.equals(key) && !isUnique(term) && !query().distinctOn().equals(List.of(term))) {
            throw new QueryException("inBulk needs the key or a unique column of " + entity() + ", but '" + term
                    + "' is none.\nin query: " + query());
        }
        return term;
    }

    private void requireWhole() {
        if (!query().slice().isEverything()) {
            throw new QueryException("inBulk of a slice has no meaning: leave the slice out.\nin query: " + query());
        }
    }

    private @Nullable Object valueOf(Term term, T object) {
        return term instanceof Term.Column column
                ? entity().access().get(object, column.attribute().index())
                : entity().keyOf(object);
    }

    private static boolean isUnique(Term term) {
        return term instanceof Term.Column column
                && column.path().isRoot()
                && column.attribute().is(Trait.UNIQUE);
    }

    @Override
    public final Map<Object, T> inBulk() {
        Map<Object, T> found = new LinkedHashMap<>();
        EntityMeta<T> entity = entity();
        for (T object : list("inBulk", query())) {
            found.put(Objects.requireNonNull(entity.keyOf(object)), object);
        }
        return Collections.unmodifiableMap(found);
    }

    private <K> Map<K, T> inBulk(Term term, Collection<K> values) {
        requireWhole();
        Map<Object, T> found = new LinkedHashMap<>();
        List<Object> wanted = values.stream()
                .map(value -> QueryBuilding.comparable(term, value, "inBulk"))
                .toList();
        Term in = new Term.In(term, new Term.ListOf(wanted, term.type()));
        Query among = QueryBuilding.filter(query(), in);
        Query chosen = term instanceof Term.Column column ? QueryBuilding.reading(among, column) : among;
        for (T object : list("inBulk", chosen.orderedBy(List.of()))) {
            Object value = valueOf(term, object);
            if (value != null) {
                found.put(comparable(value), object);
            }
        }
        Map<K, T> inOrder = new LinkedHashMap<>();
        int at = 0;
        for (K value : values) {
            @Nullable T object = found.get(comparable(wanted.get(at++)));
            if (object != null) {
                inOrder.put(value, object);
            }
        }
        return Collections.unmodifiableMap(inOrder);
    }

    @Override
    public final long updateAll(Collection<? extends Assignment<? super T>> assignments) {
        return state.database()
                .writing()
                .update(
                        WriteBuilding.update(query(), assignments),
                        state.database().caller());
    }

    @Override
    public final Deleted delete() {
        Sets.refuse(query(), "delete");
        return new Deleted(
                state.database().writing().delete(query(), state.database().caller()));
    }

    @Override
    public final InChunks<T> inChunks(int size) {
        return new InChunks<>(state.database(), query(), size);
    }

    /** A key is found whichever type its number has, and whatever zeros end it. */
    private static Object comparable(Object value) {
        return switch (value) {
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case BigDecimal number -> number.stripTrailingZeros();
            case List<?> parts -> parts.stream().map(BaseQuerySet::comparable).toList();
            default -> value;
        };
    }

    private CreatingRows<T> creating() {
        return new CreatingRows<>(state, entity());
    }

    private SingleRows<T> rows() {
        return state.database().writing().rows(entity());
    }

    /** What writes an object of the entity, or of one that extends it. */
    private SingleRows<T> rowsOf(T object, String method) {
        return state.database().writing().rows(entity().of(WriteBuilding.object(query(), object, method)));
    }

    @Override
    public final T create(T object) {
        return creating().create(WriteBuilding.object(query(), object, "create"));
    }

    @Override
    public final T createAll(Collection<? extends Assignment<? super T>> values) {
        return creating().create(WriteBuilding.sets(query(), values, "createAll"));
    }

    @Override
    public final T save(T object) {
        return rowsOf(object, "save").save(object, List.of(), state.database().caller());
    }

    @Override
    public final T save(T object, Assignment<? super T> value) {
        return rowsOf(object, "save")
                .save(
                        object,
                        WriteBuilding.sets(query(), List.of(value), "save"),
                        state.database().caller());
    }

    @Override
    public final T saveAll(T object, Collection<? extends Assignment<? super T>> values) {
        return rowsOf(object, "saveAll")
                .save(
                        object,
                        WriteBuilding.sets(query(), values, "saveAll"),
                        state.database().caller());
    }

    @Override
    public final T saveOnly(
            T object,
            Collection<? extends Column<? super T, ?>> columns,
            Collection<? extends Assignment<? super T>> values) {
        return rowsOf(object, "saveOnly")
                .saveOnly(
                        object,
                        WriteBuilding.columns(query(), columns, "saveOnly"),
                        WriteBuilding.sets(query(), values, "saveOnly"),
                        state.database().caller());
    }

    @Override
    public final Deleted delete(T object) {
        return new Deleted(
                rowsOf(object, "delete").delete(object, state.database().caller()));
    }

    @Override
    public final void refresh(T object) {
        rowsOf(object, "refresh").refresh(object, List.of(), state.database().caller());
    }

    @Override
    public final void refreshAll(T object, Collection<? extends Column<? super T, ?>> columns) {
        if (!columns.isEmpty()) {
            rowsOf(object, "refreshAll")
                    .refresh(
                            object,
                            WriteBuilding.columns(query(), columns, "refreshAll"),
                            state.database().caller());
        }
    }

    @Override
    public final T ref(Object key) {
        return rows().reference(key);
    }

    @Override
    public final Found<T> getOrCreate(
            Collection<? extends Assignment<? super T>> values, Collection<? extends Assignment<? super T>> defaults) {
        return finding(values, "getOrCreate").getOrCreate(WriteBuilding.sets(query(), defaults, "getOrCreate"));
    }

    @Override
    public final Found<T> updateOrCreate(
            Collection<? extends Assignment<? super T>> values,
            Collection<? extends Assignment<? super T>> updates,
            Collection<? extends Assignment<? super T>> defaults) {
        return finding(values, "updateOrCreate")
                .updateOrCreate(
                        WriteBuilding.sets(query(), updates, "updateOrCreate"),
                        WriteBuilding.sets(query(), defaults, "updateOrCreate"));
    }

    @Override
    public final List<T> bulkCreate(Collection<? extends T> objects, int batchSize) {
        return bulk().create(
                        WriteBuilding.objects(query(), objects, "bulkCreate"),
                        WriteBuilding.batchSize(query(), batchSize),
                        state.database().caller());
    }

    @Override
    public final List<T> saveGraph(Collection<? extends T> objects) {
        return state.database()
                .writing()
                .graph(entity())
                .save(
                        WriteBuilding.objects(query(), objects, "saveGraph"),
                        state.database().caller());
    }

    @Override
    public final WithoutKeys<T> withoutKeys() {
        return new WithoutKeys<>(state.database(), bulk());
    }

    @Override
    public final Upserted bulkUpsert(Collection<? extends T> objects, OnConflict<T> conflict, int batchSize) {
        BulkRows.Counts counts = bulk().upsert(
                        WriteBuilding.objects(query(), objects, "bulkUpsert"),
                        WriteBuilding.columns(query(), conflict.target(), "onConflict"),
                        WriteBuilding.columns(query(), conflict.updates(), "onConflict(...).update"),
                        WriteBuilding.sets(query(), conflict.assignments(), "onConflict(...).update"),
                        WriteBuilding.batchSize(query(), batchSize),
                        state.database().caller());
        return new Upserted(counts.inserted(), counts.updated(), counts.skipped());
    }

    @Override
    public final long bulkUpdate(
            Collection<? extends T> objects, Collection<? extends Column<? super T, ?>> columns, int batchSize) {
        return bulk().update(
                        WriteBuilding.objects(query(), objects, "bulkUpdate"),
                        WriteBuilding.columns(query(), columns, "bulkUpdate"),
                        WriteBuilding.batchSize(query(), batchSize),
                        state.database().caller());
    }

    @Override
    public final long bulkUpdateEach(
            Collection<? extends T> objects,
            Function<? super T, ? extends Collection<? extends Assignment<? super T>>> changes,
            int batchSize) {
        return new EachUpdate<>(state, entity(), objects, changes).run(WriteBuilding.batchSize(query(), batchSize));
    }

    private BulkRows<T> bulk() {
        return state.database().writing().bulk(entity());
    }

    private FindOrCreate<T> finding(Collection<? extends Assignment<? super T>> values, String method) {
        return new FindOrCreate<>(state, creating(), WriteBuilding.sets(query(), values, method));
    }

    @SuppressWarnings("unchecked") // a state of T has a query of T
    private EntityMeta<T> entity() {
        return (EntityMeta<T>) query().entity();
    }

    @Override
    public final String explain() {
        return state.database().explain(query());
    }

    @Override
    public final String explainUpdate(Collection<? extends Assignment<? super T>> assignments) {
        return state.database().writing().explain(WriteBuilding.update(query(), assignments));
    }

    @Override
    public final String explainDelete() {
        Sets.refuse(query(), "delete");
        return state.database().writing().explainDeletion(query());
    }

    @Override
    public final String explainBulkCreate(Collection<? extends T> objects, int batchSize) {
        return bulk().explainCreate(objects, WriteBuilding.batchSize(query(), batchSize), true);
    }

    @Override
    public final String explainBulkUpsert(Collection<? extends T> objects, OnConflict<T> conflict, int batchSize) {
        return bulk().explainUpsert(
                        objects,
                        WriteBuilding.columns(query(), conflict.target(), "onConflict"),
                        WriteBuilding.columns(query(), conflict.updates(), "onConflict(...).update"),
                        WriteBuilding.sets(query(), conflict.assignments(), "onConflict(...).update"),
                        WriteBuilding.batchSize(query(), batchSize));
    }

    @Override
    public final String explainBulkUpdate(
            Collection<? extends T> objects, Collection<? extends Column<? super T, ?>> columns, int batchSize) {
        return bulk().explainUpdate(
                        objects,
                        WriteBuilding.columns(query(), columns, "explainBulkUpdate"),
                        WriteBuilding.batchSize(query(), batchSize));
    }

    /** {@return the query as calls on a queryset; never its rows} */
    @Override
    public final String toString() {
        return query().toString();
    }

    /** {@return whether another queryset asks the same query of the same database} */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof BaseQuerySet<?, ?> querySet
                && querySet.state.database() == state.database()
                && querySet.query().equals(query());
    }

    @Override
    public final int hashCode() {
        return query().hashCode();
    }
}
