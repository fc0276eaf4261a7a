package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fetchwise.event.Change;
import org.fetchwise.event.ChangeListener;
import org.fetchwise.event.Subscription;
import org.fetchwise.meta.EntityMeta;
import org.jspecify.annotations.Nullable;

/** Who listens to the changes of which entities. Mutable, and safe for use by several threads. */
public final class Subscriptions {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** Creates what nobody listens to. */
    public Subscriptions() {}

    /** When a listener is told. */
    public enum Moment {
        /** As soon as the statement has run, in its transaction. */
        IN_TRANSACTION,
        /** When the transaction is committed. */
        AFTER_COMMIT
    }

    /** One listener, of all entities where none is named. Each is another one, though it may be the same listener. */
    private static final class Entry {
        private final @Nullable EntityMeta<?> entity;
        private final Moment moment;
        private final ChangeListener<?> listener;

        Entry(@Nullable EntityMeta<?> entity, Moment moment, ChangeListener<?> listener) {
            this.entity = entity;
            this.moment = moment;
            this.listener = listener;
        }

        boolean hears(EntityMeta<?> changed) {
            return entity == null || changed.isA(entity);
        }
    }

    /**
     * Adds a listener.
     *
     * @param entity the entity whose changes it is told of, or null for all entities
     * @param moment when it is told
     * @param listener the listener, told after those that came before it
     * @return what ends it
     */
    public Subscription add(@Nullable EntityMeta<?> entity, Moment moment, ChangeListener<?> listener) {
        Entry entry = new Entry(entity, moment, listener);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    boolean hears(EntityMeta<?> entity) {
        return entries.stream().anyMatch(entry -> entry.hears(entity));
    }

    boolean hears(EntityMeta<?> entity, Moment moment) {
        return entries.stream().anyMatch(entry -> entry.moment == moment && entry.hears(entity));
    }

    /** Whether somebody must know the keys of the rows that are written. */
    boolean needsKeys(EntityMeta<?> entity) {
        return entries.stream().anyMatch(entry -> entry.hears(entity) && entry.listener.needsKeys());
    }

    /** Those who are told of the changes of an entity. */
    @SuppressWarnings("unchecked") // a listener of an entity takes its changes, and one of all entities takes any
    <T> List<ChangeListener<T>> listeners(EntityMeta<T> entity, Moment moment) {
        List<ChangeListener<T>> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.moment == moment && entry.hears(entity)) {
                found.add((ChangeListener<T>) entry.listener);
            }
        }
        return found;
    }

    /** What a message says of a change. */
    static String describe(Change<?> change) {
        return change.getClass().getSimpleName() + " of " + change.entity();
    }
}
