package org.fetchwise;

import org.fetchwise.query.Query;

/**
 * What a queryset is inside: a query and the database that it asks. Immutable, and opaque to users.
 *
 * @param <T> the entity
 */
public final class QueryState<T> {
    private final Database database;
    private final Query query;

    QueryState(Database database, Query query) {
        this.database = database;
        this.query = query;
    }

    Database database() {
        return database;
    }

    Query query() {
        return query;
    }

    QueryState<T> with(Query changed) {
        return new QueryState<>(database, changed);
    }
}
