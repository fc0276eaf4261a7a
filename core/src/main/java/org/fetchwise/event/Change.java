package org.fetchwise.event;

import org.fetchwise.meta.EntityMeta;

/**
 * Something that was written to rows of one entity.
 *
 * @param <T> the entity
 */
public sealed interface Change<T> permits Saved, Removed, BulkChange, LinksChange {
    /** {@return the entity} */
    EntityMeta<T> entity();
}
