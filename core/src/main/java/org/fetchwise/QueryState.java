package org.fetchwise;

import java.util.List;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a queryset is inside: a query and the database that it asks. Immutable, and opaque to users.
 *
 * @param <T> the entity
 */
public final class QueryState<T> {
    private final Database database;
    private final Query query;
    private final @Nullable Object owner;
    private final List<Clause> scope;

    private QueryState(Database database, Query query, @Nullable Object owner, List<Clause> scope) {
        this.database = database;
        this.query = query;
        this.owner = owner;
        this.scope = scope;
    }

    static <T> QueryState<T> of(Database database, Query query) {
        return new QueryState<>(database, query, null, List.of());
    }

    /** The rows of a relation of one object, which may have them already. */
    static <T> QueryState<T> relatedTo(Database database, Query query, Object owner) {
        return new QueryState<>(database, query, owner, List.of());
    }

    Database database() {
        return database;
    }

    Query query() {
        return query;
    }

    /** The object whose relation this is, as long as nothing was added to the query. */
    @Nullable
    Object owner() {
        return owner;
    }

    /**
     * This state as one that began with a default scope.
     *
     * @param clauses what the scope has added, first of all
     */
    QueryState<T> scopedBy(List<Clause> clauses) {
        return new QueryState<>(database, query, owner, clauses);
    }

    /** What the default scope has added, first of all. */
    List<Clause> scope() {
        return scope;
    }

    QueryState<T> with(Query changed) {
        return changed.equals(query) ? this : new QueryState<>(database, changed, null, scope);
    }
}
