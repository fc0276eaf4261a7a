package org.fetchwise.event;

import java.util.List;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.ToManyAttribute;

/**
 * Link rows of a many-to-many relation were written: related objects were added or taken away, or a row at one end was deleted. Both ends are told, each as seen from its side.
 *
 * @param entity the entity that has the relation
 * @param relation the relation
 * @param owners the keys of the rows whose relation it is; empty where they are not known: the relation of the other side was cleared
 * @param added the keys that were to be added, also of those that were in the relation already
 * @param removed the keys that were to be removed, also of those that were not in it
 * @param cleared whether all of the relation was removed
 * @param <T> the entity
 */
public record LinksChange<T>(
        EntityMeta<T> entity,
        ToManyAttribute relation,
        List<Object> owners,
        List<Object> added,
        List<Object> removed,
        boolean cleared)
        implements Change<T> {
    public LinksChange {
        owners = List.copyOf(owners);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
