package org.fetchwise.expr;

import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.Path;
import org.fetchwise.query.PathText;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.jspecify.annotations.Nullable;

/**
 * A path over relations given as text, for {@code selectRelated} and {@code prefetchRelated}. It fits every query, and is
 * checked against the entity of the query that it is added to.
 */
@SuppressWarnings("exports") // what it is inside is for the library
public final class Relation implements ToOne<Object, Object>, PathText, TermSource {
    private final String path;

    Relation(String path) {
        this.path = path;
    }

    /** Not known: a path given as text begins at the entity of the query that it is added to. */
    @Override
    public EntityMeta<Object> asEntity() {
        throw new QueryException(
                "Only the query that '" + path + "' is added to tells where it leads: use a typed path.");
    }

    @Override
    public LongAggregate<Object> count() {
        return new Field(path).count();
    }

    @Override
    public Condition<Object> eq(Object object) {
        return Functions.lookup(path, object);
    }

    @Override
    public Condition<Object> isIn(Collection<?> objects) {
        return Functions.lookup(path + "__in", List.copyOf(objects));
    }

    @Override
    public Path pathFrom(EntityMeta<?> root) {
        return Lookups.relation(root, path);
    }

    @Override
    public Term asTerm() {
        return new Term.Named(path);
    }

    @Override
    public @Nullable String givenName() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Relation relation && relation.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /** {@return the path as it was written} */
    @Override
    public String toString() {
        return path;
    }
}
