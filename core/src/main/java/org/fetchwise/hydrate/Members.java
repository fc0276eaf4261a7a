package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.query.Path;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one entity in an evaluation. They are found by key through an index that is built when it is first needed.
 * Mutable, for one thread at a time.
 */
final class Members {
    private static final Managed[] NONE = {};

    private final EntityMeta<?> meta;
    private final Path path;
    private Managed[] entities = NONE;
    private int size;
    private @Nullable KeyIndex index;

    /**
     * Creates an empty collection.
     *
     * @param path the path by which the first objects come
     */
    Members(EntityMeta<?> meta, Path path) {
        this.meta = meta;
        this.path = path;
    }

    EntityMeta<?> meta() {
        return meta;
    }

    Path path() {
        return path;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes over an array of objects, none of which is known yet. The array is not copied unless more are added. */
    void adopt(Managed[] objects, int count) {
        if (size == 0) {
            entities = objects;
            size = count;
        } else {
            for (int at = 0; at < count; at++) {
                add(objects[at], EntityState.key(objects[at]));
            }
        }
    }

    /** Adds an object that is not known yet. */
    void add(Managed entity, Object key) {
        if (index != null) {
            index.put(key, size);
        }
        append(entity);
    }

    /** Adds an object that is not known yet, whose key is a whole number. */
    void addWhole(Managed entity, long key) {
        if (index != null) {
            index.putWhole(key, size);
        }
        append(entity);
    }

    /** Adds an object unless one with its key is known. */
    void addIfAbsent(Managed entity) {
        Object key = EntityState.key(entity);
        if (find(key) == null) {
            add(entity, key);
        }
    }

    @Nullable
    Managed find(Object key) {
        return size == 0 ? null : at(index().find(key));
    }

    @Nullable
    Managed findWhole(long key) {
        return size == 0 ? null : at(index().findWhole(key));
    }

    /** {@return the objects that fulfil a condition, in the order in which they came} */
    List<Managed> where(Predicate<Managed> condition) {
        List<Managed> found = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            if (condition.test(entities[at])) {
                found.add(entities[at]);
            }
        }
        return found;
    }

    private @Nullable Managed at(int position) {
        return position == KeyIndex.ABSENT ? null : entities[position];
    }

    private void append(Managed entity) {
        if (size == entities.length) {
            entities = Arrays.copyOf(entities, Math.max(16, size * 2));
        }
        entities[size++] = entity;
    }

    private KeyIndex index() {
        KeyIndex built = index;
        if (built == null) {
            built = KeyIndex.of(meta.key().type(), size);
            for (int at = 0; at < size; at++) {
                built.put(EntityState.key(entities[at]), at);
            }
            index = built;
        }
        return built;
    }
}
