package org.fetchwise.meta;

import org.fetchwise.error.LazyLoadException;
import org.fetchwise.error.QueryException;

/** The fetch group of references that no database has made: of each the key is known, and nothing else can be loaded. */
public enum Detached implements FetchGroup {
    /** The only one. */
    GROUP;

    /**
     * {@return a new object of which nothing is known yet}
     *
     * @param entity its entity
     * @param <T> the entity
     * @throws QueryException if the entity is read-only, or stands for the values of a collection
     */
    public static <T> T reference(EntityMeta<T> entity) {
        if (entity.isReadOnly() || entity.elements() != null) {
            throw new QueryException("There are no references to rows of " + entity
                    + ": its objects have all their values from the start. Take the key itself.");
        }
        return entity.access().newManaged(GROUP);
    }

    @Override
    public void touch(Managed entity, int attribute) {
        EntityMeta<?> meta = entity.$meta();
        throw new LazyLoadException(meta + "." + meta.attribute(attribute).name() + " needs a database: this " + meta
                + " is a reference that was made without one, of which only the key is known. Take db.ref(...), or"
                + " read the object with a queryset.");
    }
}
