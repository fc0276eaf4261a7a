package org.fetchwise;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.Dialects;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnreachableException;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.Fetch;
import org.fetchwise.expr.Relation;
import org.fetchwise.expr.ToMany;
import org.fetchwise.expr.ToOne;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.hydrate.ReadSettings;
import org.fetchwise.jdbc.ConnectionSources;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.Listeners;
import org.fetchwise.jdbc.ThreadTransactions;
import org.fetchwise.jdbc.TransactionBlocks;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Simplify;
import org.fetchwise.query.Term;
import org.fetchwise.raw.Binding;
import org.fetchwise.raw.NamedSql;
import org.fetchwise.raw.RowMaker;
import org.fetchwise.schema.Schema;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.ConnectionSource;
import org.fetchwise.spi.Origin;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.write.Defaults;
import org.fetchwise.write.StatedWrites;
import org.fetchwise.write.WriteRunner;
import org.jspecify.annotations.Nullable;

/**
 * A handle to a database: where querysets come from. It holds a source of connections and settings, both fixed; methods that
 * begin with {@code with} give another handle over the same connections. Safe to share between threads; a program needs one.
 */
public final class Database extends Transacting implements AutoCloseable {
    /** So many rows of a stream are peers, and are prefetched for together. */
    private static final int STREAM_CHUNK = 2_000;

    private final ConnectionSource source;
    private final JdbcExecutor executor;
    private final QueryCompiler compiler;
    private final Models models;
    private final Settings settings;
    private final QueryRunner runner;
    private final WriteRunner writing;

    private Database(
            ConnectionSource source,
            JdbcExecutor executor,
            TransactionBlocks blocks,
            QueryCompiler compiler,
            Models models,
            Settings settings) {
        super(blocks);
        this.source = source;
        this.executor = executor;
        this.compiler = compiler.with(settings.clock()::instant, settings.zone());
        this.models = models;
        this.settings = settings;
        this.runner = new QueryRunner(
                this.compiler::bind,
                executor,
                new ReadSettings(
                        settings.fetchMode(),
                        settings.maxPeerRows(),
                        executor.listeners()::observesReads,
                        settings.foreignTouches()));
        this.writing = new WriteRunner(
                this.compiler::bind,
                this.compiler.writes(),
                executor,
                blocks,
                models.forWriting(),
                new Defaults(settings.clock(), settings.random(), settings.user()),
                runner);
    }

    /**
     * Opens a database by its URL, with the connection pool that is found on the class path; an H2 database in memory lives
     * until the handle is closed, and SQLite in memory has one connection.
     *
     * @param url a JDBC URL of PostgreSQL, MariaDB, MySQL, SQLite or H2
     * @return the handle, which the caller closes
     * @throws org.fetchwise.error.ExecutionException if the URL names another product, or a pool or driver is missing
     */
    public static Database connect(String url) {
        return connect(url, null, null);
    }

    /**
     * Opens a database by its URL as a user.
     *
     * @param url a JDBC URL of PostgreSQL, MariaDB, MySQL, SQLite or H2
     * @param user the user, or null where the URL says it
     * @param password the password, or null for none
     * @return the handle, which the caller closes
     * @throws org.fetchwise.error.ExecutionException if the URL names another product, or a pool or driver is missing
     */
    public static Database connect(String url, @Nullable String user, @Nullable String password) {
        Dialect dialect = Dialects.of(url);
        return of(ConnectionSources.open(url, user, password), dialect);
    }

    /**
     * {@return a handle over a program's own source of connections, which is asked once now to tell the product}
     *
     * @param connections the source; closing the handle does not close it
     * @throws org.fetchwise.error.ExecutionException if no connection can be had, or the product is not known
     */
    public static Database of(DataSource connections) {
        ConnectionSource source = ConnectionSources.of(connections);
        return of(source, dialectOf(source));
    }

    private static Database of(ConnectionSource source, Dialect dialect) {
        Settings settings = Settings.standard();
        ThreadTransactions transactions = new ThreadTransactions();
        JdbcExecutor executor = new JdbcExecutor(dialect, source, transactions, new Listeners());
        Models models = Models.found();
        QueryCompiler compiler = new QueryCompiler(
                dialect, settings.clock()::instant, models.forWriting().references()::writtenByDeletion);
        TransactionBlocks blocks = new TransactionBlocks(executor, transactions);
        return new Database(source, executor, blocks, compiler, models, settings);
    }

    private static Dialect dialectOf(ConnectionSource source) {
        try {
            Connection connection = source.acquire();
            try {
                return Dialects.of(connection.getMetaData());
            } finally {
                source.release(connection);
            }
        } catch (SQLException failure) {
            throw new UnreachableException(
                    "The source of connections gave none. Check that the server runs and that the"
                            + " source's settings are right.",
                    failure);
        }
    }

    /**
     * {@return the queryset of all objects, by its interface}
     *
     * @param type an interface that extends {@link QuerySet}
     * @param <T> the entity
     * @param <Q> the interface
     * @throws org.fetchwise.error.MappingException if the processor has not seen the interface
     */
    public <T, Q extends QuerySet<T, Q>> Q querySet(Class<Q> type) {
        QuerySetType<T, Q> found = models.querySet(type);
        Q all = found.create().apply(QueryState.of(this, Query.of(found.entity())));
        return ((BaseQuerySet<T, Q>) all).inDefaultScope();
    }

    /**
     * {@return the queryset of all objects of an entity that has no interface of its own}
     *
     * @param root the entity's root, as {@code QPost.POST}
     * @param <T> the entity
     */
    public <T> QuerySet.Of<T> objects(ToOne<T, T> root) {
        return new PlainQuerySet<>(QueryState.of(this, Query.of(pathOf(root).root())));
    }

    /**
     * {@return the objects that a relation of one object leads to; where the object has them already and nothing is added,
     * no query is sent}
     *
     * @param object an object that has a key
     * @param relation the relation
     * @param <T> the entity of the object
     * @param <C> the entity of the relation's objects
     * @throws QueryException if the object has no key yet, or the path is longer than one relation
     */
    @SuppressWarnings("unchecked") // the path begins at T
    public <T, C> QuerySet.Related<C> related(T object, ToMany<T, C> relation) {
        Path path = pathOf(relation).whole("related");
        if (path.steps().size() != 1) {
            throw new QueryException("related(...) takes one relation of the object, but " + path
                    + " is longer. Filter a queryset of " + path.target() + " instead.");
        }
        EntityMeta<T> meta = (EntityMeta<T>) path.root();
        RelationAttribute attribute = path.last();
        Object key = meta.keyOf(object);
        if (key == null) {
            throw new QueryException("This " + meta + " has no key, so nothing is related to it yet: save it first.");
        }
        return related(object, meta, key, attribute);
    }

    private <C> QuerySet.Related<C> related(Object object, EntityMeta<?> meta, Object key, RelationAttribute relation) {
        Term literal = new Term.Literal(key, meta.key().type());
        Query query = Query.of(relation.target()).withOwners(new Owners(meta, relation, new Term.OneOf(literal)));
        return new RelatedQuerySet<>(QueryState.relatedTo(this, query, object));
    }

    /**
     * {@return a query in SQL}
     *
     * @param text a statement that gives rows, in the database's own SQL, with parameters as {@code :name}
     * @throws QueryException if the text has a question mark for a parameter
     */
    public SqlQuery sql(String text) {
        Dialect dialect = executor.dialect();
        return SqlQuery.of(this, NamedSql.parse(text, dialect.quoting(), dialect.hasQuestionMarkOperators()));
    }

    /**
     * {@return whether two objects stand for the same row: they are of one entity and their keys are equal} Two queries make
     * two objects of one row, so {@code ==} does not tell. An object without a key stands for no row.
     *
     * @param a an object of an entity
     * @param b an object of an entity
     * @throws org.fetchwise.error.MappingException if one is no object of an entity
     */
    public boolean sameRow(Object a, Object b) {
        EntityMeta<?> entity = models.entityOf(a);
        Object key = keyOf(entity, a);
        return key != null && entity == models.entityOf(b) && key.equals(keyOf(entity, b));
    }

    @SuppressWarnings("unchecked") // the entity is that of the object
    private static <T> @Nullable Object keyOf(EntityMeta<T> entity, Object object) {
        return entity.keyOf((T) object);
    }

    /**
     * {@return the objects that a relation given as text leads to from one object}
     *
     * @param object a managed object
     * @param relation one relation of its entity
     * @throws QueryException if the object is not managed, or the path is longer than one relation
     */
    public QuerySet.Related<?> related(Object object, Relation relation) {
        if (!(object instanceof Managed managed)) {
            throw new QueryException("related(...) with a relation given as text takes an object that a query gave.");
        }
        EntityMeta<?> meta = managed.$meta();
        Path path = relation.pathFrom(meta);
        if (path.steps().size() != 1) {
            throw new QueryException("related(...) takes one relation of the object, but " + path + " is longer.");
        }
        return related(object, meta, Objects.requireNonNull(keyOf(meta, object)), path.last());
    }

    /**
     * Loads a relation for objects that were read before, whichever queries they came from: one query for each step of the path.
     * Objects that have it already keep what they have.
     *
     * @param objects objects of one entity that queries gave
     * @param fetch a path, or {@code prefetch(path, queryset)}
     * @param <T> the entity
     * @throws QueryException if an object is a plain one that no query gave, or of another entity than the first
     */
    public <T> void prefetch(Collection<? extends T> objects, Fetch<? super T> fetch) {
        prefetchAll(objects, List.of(fetch));
    }

    /**
     * Loads two relations for objects that were read before, as {@link #prefetch(Collection, Fetch)} does.
     *
     * @param objects objects of one entity that queries gave
     * @param a a path, or {@code prefetch(path, queryset)}
     * @param b another
     * @param <T> the entity
     * @throws QueryException if an object is a plain one that no query gave, or of another entity than the first
     */
    public <T> void prefetch(Collection<? extends T> objects, Fetch<? super T> a, Fetch<? super T> b) {
        prefetchAll(objects, List.of(a, b));
    }

    /**
     * Loads relations for objects that were read before, as {@link #prefetch(Collection, Fetch)} does.
     *
     * @param objects objects of one entity that queries gave
     * @param fetches paths, or {@code prefetch(path, queryset)}
     * @param <T> the entity
     * @throws QueryException if an object is a plain one that no query gave, or of another entity than the first
     */
    public <T> void prefetchAll(Collection<? extends T> objects, Collection<? extends Fetch<? super T>> fetches) {
        List<T> given = List.copyOf(objects);
        if (!given.isEmpty()) {
            Query query = Prefetches.prefetchRelated(Query.of(Models.common(given, models::entityOf)), fetches);
            runner.prefetch(given, query.prefetches(), caller());
        }
    }

    /**
     * {@return an object that stands for a row, without asking whether there is one} All but its key is loaded when it is touched.
     *
     * @param root the entity's root
     * @param key the row's key
     * @param <T> the entity
     */
    public <T> T ref(ToOne<T, T> root, Object key) {
        return writing.rows(root.asEntity()).reference(key);
    }

    /** {@return the tables of all entities on the class path, to create and drop them} */
    public Schema schema() {
        return schema(models.entities());
    }

    /**
     * {@return the tables of some entities, to create and drop them}
     *
     * @param roots the entities' roots
     */
    public Schema schema(ToOne<?, ?>... roots) {
        List<EntityMeta<?>> chosen =
                Stream.of(roots).<EntityMeta<?>>map(root -> pathOf(root).root()).toList();
        return schema(chosen);
    }

    /**
     * {@return the tables of those entities on the class path that are chosen, to create and drop them} For a model of which a
     * database has a part: because others have the rest, or because it lacks what the rest needs.
     *
     * @param chosen says whether an entity is chosen; asked once for each
     */
    public Schema schema(Predicate<? super EntityMeta<?>> chosen) {
        return schema(models.entities().stream().filter(chosen).toList());
    }

    private Schema schema(List<EntityMeta<?>> entities) {
        return new Schema(executor, entities, tables -> blocks().wrote(tables, false));
    }

    /**
     * {@return a handle with another clock}
     *
     * @param clock what {@code now()} and defaults ask for the time
     */
    public Database withClock(Clock clock) {
        return with(settings.with(clock));
    }

    /**
     * {@return a handle with another time zone}
     *
     * @param zone the zone in which days begin
     */
    public Database withZone(ZoneId zone) {
        return with(settings.with(zone));
    }

    /**
     * {@return a handle with another source of random numbers}
     *
     * @param random what random defaults are taken from
     */
    public Database withRandom(RandomGenerator random) {
        return with(settings.with(random));
    }

    /**
     * {@return a handle that knows on whose behalf its rows are written} Columns with {@code @CreatedBy} and {@code @UpdatedBy} hold it.
     *
     * @param user asked for each write, on the thread that writes; what it tells fits the type of these columns, and null means nobody
     */
    public Database withUser(Supplier<? extends @Nullable Object> user) {
        return with(settings.withUser(user));
    }

    /**
     * {@return a handle with another fetch mode}
     *
     * @param mode what happens on the touch of something that was not loaded, where a queryset says nothing else
     */
    public Database withFetchMode(FetchMode mode) {
        return with(settings.with(mode));
    }

    /**
     * {@return a handle that says whether objects read in a transaction may be loaded further by threads outside of it while the
     * transaction is open} At first that is an error: such a thread would not see what the transaction has written.
     *
     * @param allowed whether they may
     */
    public Database withForeignTouches(boolean allowed) {
        return with(settings.withForeignTouches(allowed));
    }

    /**
     * {@return a handle of which one touch loads no more than so many rows for all peers together} Above that it loads for a part of
     * the peers, at least for the object that was touched. At first it is 500,000.
     *
     * @param rows the greatest number of rows where a queryset says nothing else, at least 1
     * @throws QueryException if it is less
     */
    public Database withMaxPeerRows(int rows) {
        return with(settings.withMaxPeerRows(QueryBuilding.peerRows(rows)));
    }

    /**
     * {@return a handle whose cursors of pages are sealed with a secret} Without one a handle makes up its own: its cursors end
     * with the program, and another server of the same application does not know them.
     *
     * @param secret at least 16 bytes that nobody can guess, the same for all that share cursors
     * @throws QueryException if it is shorter
     */
    public Database withCursorSecret(byte[] secret) {
        return with(settings.with(CursorSeal.of(secret)));
    }

    private Database with(Settings changed) {
        return new Database(source, executor, blocks(), compiler, models, changed);
    }

    /**
     * {@return a handle that tells a listener of each statement, besides those of this handle}
     *
     * @param listener the listener
     */
    public Database withListener(QueryListener listener) {
        Listeners listeners = executor.listeners().and(listener);
        return new Database(source, executor.with(listeners), blocks(), compiler, models, settings);
    }

    /** {@return who is told of what is written, by this handle and all others over the same connections} */
    public Events events() {
        return new Events(models.forWriting().subscriptions(), blocks());
    }

    /** {@return the clock} */
    public Clock clock() {
        return settings.clock();
    }

    /** {@return the time zone in which days begin} */
    public ZoneId zone() {
        return settings.zone();
    }

    /** {@return what random defaults are taken from} */
    public RandomGenerator random() {
        return settings.random();
    }

    /** {@return the fetch mode where a queryset says nothing else} */
    public FetchMode fetchMode() {
        return settings.fetchMode();
    }

    /** {@return the greatest number of rows that one touch loads for all peers together, where a queryset says nothing else} */
    public int maxPeerRows() {
        return settings.maxPeerRows();
    }

    /** {@return the name of the database's product} */
    public String product() {
        return executor.dialect().name();
    }

    /** {@return how many different shapes of queries were compiled so far} */
    public long compilations() {
        return compiler.compilations();
    }

    /** Closes what {@link #connect} has opened; a source of connections given to {@link #of} stays open. */
    @Override
    public void close() {
        source.close();
    }

    WriteRunner writing() {
        return writing;
    }

    boolean isObserved() {
        return executor.listeners().current() != null;
    }

    boolean nullsSmallest() {
        return executor.dialect().capabilities().nullsSmallest();
    }

    CursorSeal cursorSeal() {
        return settings.cursorSeal();
    }

    <T> List<T> list(QueryState<T> state, String terminal) {
        List<T> loaded = loaded(state);
        return loaded != null ? loaded : runner.list(state.query(), new Cause.Terminal(terminal), caller());
    }

    <V extends @Nullable Object> List<V> values(QueryState<?> state, String terminal, RowMapping<V> mapping) {
        return runner.values(state.query(), mapping::map, new Cause.Terminal(terminal), caller());
    }

    <T> Stream<T> stream(QueryState<T> state) {
        return QueryRunner.stream(runner.chunks(state.query(), STREAM_CHUNK, new Cause.Terminal("stream"), caller()));
    }

    <V extends @Nullable Object> Stream<V> streamValues(QueryState<?> state, RowMapping<V> mapping) {
        return QueryRunner.stream(
                runner.valueChunks(state.query(), mapping::map, STREAM_CHUNK, new Cause.Terminal("stream"), caller()));
    }

    <T> void forEachChunk(QueryState<T> state, int size, Consumer<? super List<T>> action) {
        QueryRunner.forEach(runner.chunks(state.query(), size, new Cause.Terminal("forEachChunk"), caller()), action);
    }

    long count(QueryState<?> state) {
        List<?> loaded = loaded(state);
        return loaded != null ? loaded.size() : runner.count(state.query(), new Cause.Terminal("count"), caller());
    }

    boolean exists(QueryState<?> state) {
        List<?> loaded = loaded(state);
        return loaded != null
                ? !loaded.isEmpty()
                : runner.exists(state.query(), new Cause.Terminal("exists"), caller());
    }

    /** The objects of a relation that one object has already, or null. */
    private <T> @Nullable List<T> loaded(QueryState<T> state) {
        return state.owner() instanceof Managed managed ? runner.loaded(managed, state.query()) : null;
    }

    /** The description of an entity, or null where the class is none. */
    <T> @Nullable EntityMeta<T> entity(Class<T> type) {
        return models.find(type);
    }

    /** Runs a statement of the user's own that writes. */
    long execute(Binding binding, StatedWrites writes) {
        return writing.execute(binding.statement(), binding.slots(), writes, caller());
    }

    /** Runs a statement that gives rows, and tells those who listen if it writes, or looks as if. */
    <V extends @Nullable Object> List<V> rows(NamedSql sql, StatedWrites writes, Supplier<List<V>> statement) {
        return writes.isNothing() && !sql.mayWrite(executor.dialect().quoting())
                ? statement.get()
                : writing.execute(writes, statement);
    }

    <V extends @Nullable Object> List<V> list(Binding binding, RowMaker.Of<V> making) {
        return runner.raw().list(binding, making, caller());
    }

    <T> List<T> objects(Binding binding, EntityMeta<T> entity) {
        return runner.raw().objects(binding, entity, caller());
    }

    <V extends @Nullable Object> Stream<V> stream(Binding binding, RowMaker.Of<V> making) {
        return QueryRunner.stream(runner.raw().chunks(binding, making, STREAM_CHUNK, caller()));
    }

    <T> Stream<T> objectStream(Binding binding, EntityMeta<T> entity) {
        return QueryRunner.stream(runner.raw().objectChunks(binding, entity, STREAM_CHUNK, caller()));
    }

    /** Refuses to stream what says that it writes: those who listen could not be told when it is done. */
    static void requireReading(NamedSql sql, StatedWrites writes) {
        if (!writes.isNothing()) {
            throw new QueryException(
                    "stream() is for statements that read, but this one says that it writes. Take list(...), which"
                            + " tells those who listen to writes.\nin statement: " + sql);
        }
    }

    /** The line of the user's program that calls, if somebody listens. */
    @Nullable
    Origin caller() {
        return isObserved() ? Origin.caller() : null;
    }

    Totals totals(QueryState<?> state) {
        Query query = state.query();
        boolean asked = query.projection() instanceof Projection.Totals totals
                && !totals.items().isEmpty();
        @Nullable
        Object[] known = !asked || (query.isEmpty() && query.combined() == null) ? TotalsOfNothing.of(query) : null;
        if (known != null) {
            return new Totals(query, known);
        }
        List<@Nullable Object[]> rows = runner.values(
                query.isEmpty() ? query.with(new Clause.Filter(Simplify.FALSE)) : query,
                values -> values,
                new Cause.Terminal("aggregate"),
                caller());
        return new Totals(query, rows.get(0));
    }

    String explain(Query query) {
        return compiler.explain(query);
    }

    private static Path pathOf(Object path) {
        if (Objects.requireNonNull(path) instanceof EntityPath<?, ?> typed) {
            return typed.asPath();
        }
        throw new QueryException("'" + path + "' is a path given as text: name the generated root or path instead.");
    }
}
