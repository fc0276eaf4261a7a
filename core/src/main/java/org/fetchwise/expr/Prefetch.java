package org.fetchwise.expr;

import java.util.Objects;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.AttributeNames;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.PrefetchSource;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A relation to prefetch with a queryset of its own, and the typed key under which its objects are read back. It never
 * fills the relation itself, so that nobody mistakes five comments for all.
 *
 * @param <R> the entity whose objects are loaded
 * @param <V> what each of them gets: a list of objects, or one object
 */
@SuppressWarnings("exports") // what it is inside is for the library
public final class Prefetch<R, V extends @Nullable Object> implements Fetch<R>, PrefetchSource {
    private final Object path;
    private final Query query;
    private final String name;
    private final String relation;

    private Prefetch(Object path, Query query, String name) {
        this.path = path;
        this.query = query;
        this.name = name;
        this.relation =
                path instanceof PathSource typed ? typed.asPath().text() : AttributeNames.camelCase(path.toString());
    }

    static <R, V extends @Nullable Object> Prefetch<R, V> of(Object path, Object objects) {
        String name = path instanceof PathSource typed ? typed.asPath().text() : path.toString();
        return new Prefetch<>(path, Terms.query(objects), name);
    }

    /**
     * Reads the objects back.
     *
     * @param row an object that a query with this prefetch gave
     * @return its related objects
     * @throws org.fetchwise.error.QueryException if the query of the object did not have this prefetch
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the loader stores what the key's type says
    public V of(R row) {
        return (V) Reading.attached(this, row);
    }

    /**
     * {@return the same prefetch with a name, for messages and explanations}
     *
     * @param name the name
     */
    public Prefetch<R, V> named(String name) {
        return new Prefetch<>(path, query, name);
    }

    @Override
    public Prefetching asPrefetching(EntityMeta<?> root) {
        return new Prefetching(PathSource.pathOf(path, root), query, this);
    }

    @Override
    public boolean isTyped() {
        return path instanceof PathSource;
    }

    /** Whether another prefetch has the same name, and gives the same rows of the same relation. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Prefetch<?, ?> prefetch
                        && prefetch.name.equals(name)
                        && prefetch.relation.equals(relation)
                        && prefetch.query.equals(query));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, relation);
    }

    @Override
    public String toString() {
        return name;
    }
}
