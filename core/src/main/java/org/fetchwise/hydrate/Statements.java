package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fetchwise.compile.Bound;
import org.fetchwise.error.TransactionException;
import org.fetchwise.jdbc.Cursor;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.RowFunction;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.plan.RowShape;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Query;
import org.fetchwise.spi.Origin;
import org.fetchwise.transaction.TransactionContext;
import org.jspecify.annotations.Nullable;

/** Compiles queries, runs them and reads their rows. Safe for use by several threads. */
final class Statements {
    private final Function<Query, Bound> compiler;
    private final JdbcExecutor executor;
    private final Hydrators hydrators = new Hydrators();

    Statements(Function<Query, Bound> compiler, JdbcExecutor executor) {
        this.compiler = compiler;
        this.executor = executor;
    }

    JdbcExecutor executor() {
        return executor;
    }

    /** {@return the transaction of the current thread, or null outside one} */
    @Nullable
    TransactionContext transaction() {
        return executor.transactions().context();
    }

    /** {@return the line of the user's program that is being executed, if anybody listens} */
    @Nullable
    Origin origin() {
        return executor.listeners().current() == null ? null : Origin.caller();
    }

    Bound compile(Query query) {
        if (query.locking() != null && transaction() == null) {
            throw new TransactionException(
                    "selectForUpdate locks rows until the transaction ends, but there is none: read"
                            + " inside db.atomic(() -> …).\nin query: " + query);
        }
        return compiler.apply(query);
    }

    <R> R run(Bound bound, Reason reason, RowFunction<R> function) {
        return executor.read(bound.compiled().statement(), bound.values(), reason.cause(), reason.origin(), function);
    }

    Cursor open(Bound bound, Reason reason, int fetchSize) {
        return executor.open(bound.compiled().statement(), bound.values(), reason.cause(), reason.origin(), fetchSize);
    }

    /** {@return the objects of a query} */
    Rows objects(Query query, Destination destination, Reason reason) {
        return objects(query, destination, null, reason);
    }

    /**
     * {@return the objects of a query, each with its owner}
     *
     * @param owners the owners that the query is restricted to, or null if nobody asks which it was
     */
    Rows objects(Query query, Destination destination, @Nullable OwnerTable owners, Reason reason) {
        if (isEmpty(query)) {
            return Rows.NONE;
        }
        Bound bound = compile(query);
        return run(
                bound,
                reason,
                rows -> destination.group().reading(() -> {
                    Hydration hydration = hydration(query, bound, destination, owners);
                    while (rows.next()) {
                        hydration.read(rows);
                    }
                    return hydration.finish();
                }));
    }

    /** {@return the beginning of the reading of objects} */
    Hydration hydration(Query query, Bound bound, Destination destination, @Nullable OwnerTable owners) {
        RowShape.Objects shape = switch (bound.compiled().rows()) {
            case RowShape.Objects objects -> objects;
            case RowShape.Fields fields ->
                throw new IllegalArgumentException("A query of values was asked for objects: " + query);
        };
        Hydrator hydrator = hydrators.of(shape);
        return new Hydration(hydrator, destination, extraKeys(query), owners, repeats(query));
    }

    /** {@return whether a query is known to have no rows, so that nothing need be sent} */
    static boolean isEmpty(Query query) {
        return query.none() || query.slice().limit() == 0;
    }

    /** {@return the columns of a query of values} */
    static RowShape.Fields fields(Query query, Bound bound) {
        return switch (bound.compiled().rows()) {
            case RowShape.Fields fields -> fields;
            case RowShape.Objects objects ->
                throw new IllegalArgumentException("A query of objects was asked for values: " + query);
        };
    }

    /** A link table leads to the same row from several owners, or several times, and so do keys that the database takes for equal. */
    private static boolean repeats(Query query) {
        Owners owners = query.owners();
        return owners != null
                && (owners.isByPosition()
                        || (owners.relation() instanceof ToManyAttribute toMany && toMany.link() != null));
    }

    /** The keys of what objects get besides attributes: the query's annotations in their order, then its named prefetches. */
    private static List<Object> extraKeys(Query query) {
        List<Object> keys = new ArrayList<>();
        for (Clause.Annotate annotate : query.givenAnnotations()) {
            keys.add(annotate.term());
        }
        for (Prefetching prefetching : query.prefetches()) {
            if (prefetching.key() != null && prefetching.path().steps().size() == 1) {
                keys.add(prefetching.key());
            }
        }
        return keys;
    }
}
