package org.fetchwise.write;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.jspecify.annotations.Nullable;

/**
 * Tells the objects of an entity, and the listeners that their classes name, what happens to their rows.
 *
 * @param entity the entity
 * @param <T> the entity
 */
record Callbacks<T>(EntityMeta<T> entity) {
    private static final Set<Lifecycle> AFTERWARDS =
            EnumSet.of(Lifecycle.POST_PERSIST, Lifecycle.POST_UPDATE, Lifecycle.POST_REMOVE);

    /** Whether something is called when a row has been written: what it throws must undo that. */
    static boolean followWrites(EntityMeta<?> entity) {
        return entity.access().callbacks().stream().anyMatch(AFTERWARDS::contains);
    }

    boolean has(Lifecycle moment) {
        return entity.access().callbacks().contains(moment);
    }

    void call(Lifecycle moment, T object) {
        if (has(moment)) {
            entity.access().call(moment, object);
        }
    }

    void call(Lifecycle moment, Collection<T> objects) {
        if (has(moment)) {
            objects.forEach(object -> entity.access().call(moment, object));
        }
    }

    /**
     * Tells an object that its row will be updated.
     *
     * @return the bits of the columns that the callbacks have changed, with setters or without
     */
    long beforeUpdate(T object) {
        if (!has(Lifecycle.PRE_UPDATE)) {
            return 0;
        }
        @Nullable Object[] before = values(object);
        call(Lifecycle.PRE_UPDATE, object);
        @Nullable Object[] after = values(object);
        long changed = 0;
        for (ColumnAttribute column : entity.columns()) {
            if (!Objects.equals(before[column.index()], after[column.index()])) {
                changed |= column.bit();
            }
        }
        if (object instanceof Managed managed) {
            EntityState.markLoaded(managed, changed);
        }
        return changed;
    }

    private @Nullable Object[] values(T object) {
        @Nullable Object[] values = new Object[entity.places()];
        for (ColumnAttribute column : entity.columns()) {
            values[column.index()] = entity.access().get(object, column.index());
        }
        return values;
    }
}
