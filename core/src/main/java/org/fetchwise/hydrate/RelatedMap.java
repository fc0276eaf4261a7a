package org.fetchwise.hydrate;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The map that a collection of values by keys is: loaded with the first look at what it holds, counted with the first look at its size,
 * never changed.
 */
final class RelatedMap<K, V> extends AbstractMap<K, V> {
    private final RelatedSet<Map.Entry<K, V>> entries;

    /** Made with the first search; several threads may make it, each the same. */
    private volatile @Nullable Map<K, V> searchable;

    RelatedMap(RelatedRows rows) {
        entries = new RelatedSet<>(rows);
    }

    RelatedRows rows() {
        return entries.rows();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return entries;
    }

    private Map<K, V> searchable() {
        Map<K, V> known = searchable;
        if (known == null) {
            Map<K, V> made = LinkedHashMap.newLinkedHashMap(rows().elements().length);
            entries.forEach(entry -> made.put(entry.getKey(), entry.getValue()));
            searchable = made;
            return made;
        }
        return known;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return searchable().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return searchable().containsKey(key);
    }

    @Override
    public V put(K key, V value) {
        throw rows().readOnly();
    }

    @Override
    public V remove(@Nullable Object key) {
        throw rows().readOnly();
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> map) {
        throw rows().readOnly();
    }

    @Override
    public void clear() {
        throw rows().readOnly();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        rows().elements();
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
